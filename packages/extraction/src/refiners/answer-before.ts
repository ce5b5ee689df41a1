import { type ActorRef, sameActor, union } from '../actors/actor-ref.ts';
import type { Candidate } from '../candidate.ts';
import { type Answer, answersIn } from '../claims/answers.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import type { Refiner } from './refiner.ts';

/** Hangs denials and blame on what the sentences before tell. */
export const answerBefore: Refiner = {
  name: 'answer-before',
  refine: (candidates, story) => {
    const answers = answer(candidates, story);
    const told = Map.groupBy(candidates, ({ line }) => line);
    const denied = new Set(
      answers.filter(({ polarity }) => polarity === 'denies').map(({ clause }) => clause),
    );
    // A denial is a claim on what is denied, and no statement beside it.
    return candidates.filter(
      (candidate) =>
        candidate.type !== 'statement' || !isDenial(candidate, told.get(candidate.line) ?? [], denied),
    );
  },
};

const answerable: ReadonlySet<string> = new Set(['attack', 'capture', 'detention', 'deployment']);
/** So many sentences after a happening was told it may be denied, or somebody blamed for it. */
const answeredWithin = 2;

/** "Armenia denied it", "The minister blamed the rebels": the answer goes to what the sentences before tell. */
function answer(candidates: readonly Candidate[], story: Story): Answer[] {
  const taken: Answer[] = [];
  const told = Map.groupBy(
    candidates.filter(
      ({ type, step, reality }) =>
        (answerable.has(type) || step === 'violated') && (reality === 'actual' || reality === 'negated'),
    ),
    ({ line }) => line,
  );
  const { lines } = story.document;
  for (const line of lines)
    for (const said of answersIn(line, story))
      for (let back = 0; back <= answeredWithin; back++) {
        const home = lines[line.index - back];
        if (home?.part !== line.part) break;
        const before = (told.get(home) ?? []).filter((one) => back > 0 || one.end <= said.start);
        const answered = before.filter((one) => canAnswer(said, one));
        // Blame goes to what the sentence tells first, a denial to all of it.
        const concerned = said.polarity === 'accuses' ? answered.slice(0, 1) : answered;
        for (const candidate of concerned) take(said, candidate, line);
        if (concerned.length > 0) taken.push(said);
        if (answered.length > 0 || before.some(({ type }) => type === 'attack')) break;
      }
  return taken;
}

function isDenial(
  { clause, codes, start, initiators }: Candidate,
  beside: readonly Candidate[],
  denied: ReadonlySet<Answer['clause']>,
): boolean {
  if (codes?.plover !== 'REJECT' || !clause) return false;
  return (
    denied.has(clause) ||
    beside.some(({ claims }) =>
      claims.some(
        (claim) =>
          claim.polarity === 'denies' &&
          claim.start <= start &&
          start < claim.end &&
          initiators.some((actor) => sameActor(actor, claim.by)),
      ),
    )
  );
}

/** Who denies is accused, or nobody named is; who blames does not blame another than who is known to have done it. */
function canAnswer({ by, polarity, accused }: Answer, { type, initiators, claims }: Candidate): boolean {
  const isBy = (actor: ActorRef) => sameActor(actor, by);
  if (polarity === 'denies') {
    // Who is said to have lost a town denies it too.
    if (initiators.some(isBy) || type === 'capture') return true;
    // "gunmen attacked the village … The army denied any involvement": who did it is not known by name.
    return initiators.every(({ id }) => id === undefined) && !claims.some((claim) => isBy(claim.by));
  }
  return initiators.every((actor) => accused.some((other) => sameActor(actor, other)));
}

function take({ by, polarity, accused, start, end }: Answer, candidate: Candidate, line: Line): void {
  if (candidate.claims.some((claim) => sameActor(claim.by, by) && claim.polarity === polarity)) return;
  if (polarity === 'accuses' && candidate.initiators.length === 0) union(candidate.initiators, accused);
  candidate.claims.push({ by, polarity, line, start, end, voice: 'paraphrase' });
}
