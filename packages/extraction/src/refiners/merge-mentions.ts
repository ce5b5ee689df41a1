import { sameActor } from '../actors/actor-ref.ts';
import type { Candidate } from '../candidate.ts';
import { hasOwnCause } from '../counts/own-cause.ts';
import { absorb } from './one-per-happening.ts';
import type { Refiner } from './refiner.ts';
import { ToldSoFar } from './told-so-far.ts';

/** Joins sentences that tell the same happening again: "the attack occurred …", the truce named a second time. */
export const mergeMentions: Refiner = {
  name: 'merge-mentions',
  refine: (candidates, _story, trace) => {
    const told = new ToldSoFar();
    for (const next of textFirst(candidates)) {
      const home = homeOf(next, told);
      if (!home) {
        told.add(next);
        continue;
      }
      trace(
        'merge-mentions',
        next,
        `tells again what "${home.line.source.slice(home.start, home.end)}" tells`,
      );
      absorbAgain(home, next);
    }
    const kept = told.all.sort((a, b) => a.line.index - b.line.index || a.start - b.start);
    // "The toll from the strike rose to 31": an attack not told before is told by its dead.
    return kept.filter(
      (candidate) =>
        (!candidate.anaphor || candidate.casualties.length > 0) && !isEmptyTitle(candidate, kept, trace),
    );
  },
};

/** The headline tells again what the text tells, not the other way round. */
function textFirst(candidates: readonly Candidate[]): Candidate[] {
  return [
    ...candidates.filter((candidate) => candidate.line.part === 'text'),
    ...candidates.filter((candidate) => candidate.line.part === 'title'),
  ];
}

/** The last line in which a happening was told. */
function lastTold(candidate: Candidate): number {
  let last = candidate.line.index;
  for (const { index } of candidate.also) if (index > last) last = index;
  return last;
}

function absorbAgain(home: Candidate, next: Candidate): void {
  const better =
    next.when &&
    home.when &&
    next.when.latest - next.when.earliest < home.when.latest - home.when.earliest &&
    next.when.earliest >= home.when.earliest - 86_400_000;
  if (better) home.when = next.when;
  absorb(home, next);
}

function homeOf(next: Candidate, told: ToldSoFar): Candidate | undefined {
  if (next.type === 'ceasefire') return told.like(next).find((known) => sameTruceStep(known, next));
  if (next.type === 'protest')
    return told
      .like(next)
      .find(
        (known) =>
          known.line.part === next.line.part &&
          (!known.where || !next.where || known.where.mention.place.id === next.where.mention.place.id),
      );
  if (next.reality === 'negated' && next.claims.some((claim) => claim.polarity === 'denies'))
    return denied(next, told);
  if (next.type === 'attack') return attackHome(next, told.all);
  if (next.type === 'talks') return told.all.slice(-lookBack).findLast((known) => sameTalks(known, next));
  if (next.type === 'clash') return told.all.slice(-lookBack).find((known) => sameBattle(known, next));
  return undefined;
}

function sameTruceStep(known: Candidate, next: Candidate): boolean {
  const steps = known.step === next.step || (known.step === 'agreed' && next.step === 'declared');
  const newMediator =
    known.rule !== 'truce-mention' &&
    known.mediators.length > 0 &&
    next.claims.length > 0 &&
    next.mediators.some((mediator) => !known.mediators.some((other) => sameActor(other, mediator)));
  if (!steps || newMediator || !known.ceasefireRefs.some((ref) => next.ceasefireRefs.includes(ref)))
    return false;
  // "The rebels declared a truce. The government followed suit": what answers it is another's.
  if (
    next.rule === 'truce-answered' &&
    !known.initiators.some((one) => sameActor(one, next.initiators[0] ?? one))
  )
    return false;
  // Renewed every year: each time is one of its own.
  if (next.step === 'extended') return sameTime(known, next);
  if (next.step === 'violated' || next.step === 'observed' || next.step === 'called_for') {
    const [a] = known.initiators;
    const [b] = next.initiators;
    if (a === undefined && b === undefined)
      return known.line.part !== next.line.part || known.line.index === next.line.index;
    if (!a || !b || !sameActor(a, b)) return false;
    return next.step === 'violated'
      ? sameTime(known, next)
      : known.initiators.length === next.initiators.length;
  }
  return true;
}

function sameTime(a: Candidate, b: Candidate): boolean {
  if (!a.when || !b.when) return true;
  return a.when.earliest <= b.when.latest && b.when.earliest <= a.when.latest;
}

/** A denial belongs to the event that is denied, when the article tells it. */
function denied(next: Candidate, told: ToldSoFar): Candidate | undefined {
  return told
    .like(next, 'actual')
    .findLast(
      (known) =>
        known.step === next.step &&
        known.line.part === next.line.part &&
        known.initiators.length > 0 &&
        next.initiators.length > 0 &&
        agrees(known, next) &&
        (next.where === null || known.where?.mention.place.id === next.where.mention.place.id),
    );
}

/** So many events back a second telling is looked for: an article has fewer, and a hostile text costs no more. */
const lookBack = 200;

const definite = /\b(?:the|this|that|these)\s(?:[\p{L}-]+\s){0,3}$/iu;

/** "The attack", "the missile strike" without an attacker or target of its own goes back to the attack told last. */
function attackHome(next: Candidate, kept: readonly Candidate[]): Candidate | undefined {
  const text = next.line.source.slice(next.start, next.end);
  const before = next.line.source.slice(Math.max(next.line.start, next.start - 30), next.start);
  const backwards = next.nominal
    ? /^the\b/iu.test(text) || definite.test(before)
    : next.clause?.subject.some((phrase) =>
        /^(?:the (?:\w+ )?(?:attack|strike|shelling|missile|rocket|raid|blast|explosion))$/u.test(
          next.line.tokens
            .slice(phrase.first, phrase.last + 1)
            .map((token) => token.lower)
            .join(' '),
        ),
      ) === true;
  const recent = kept
    .slice(-lookBack)
    .filter(
      (known) =>
        known.type === 'attack' &&
        known.line.part === next.line.part &&
        known.reality !== 'hypothetical' &&
        (known.reality !== 'negated' || next.reality === 'negated') &&
        next.line.index - lastTold(known) <= 4,
    )
    .reverse();
  const accusedAgain =
    next.claims.some((claim) => claim.polarity === 'accuses') &&
    /\bin the (?:\w+ )?(?:attack|strike|shelling|raid)\b/iu.test(
      next.line.source.slice(next.start, next.line.end),
    );
  if (next.reciprocal) return undefined;
  if (next.rule === 'toll' && next.where === null && next.initiators.length === 0 && !hasOwnCause(next.line))
    return recent.find(
      (known) => next.line.index - lastTold(known) <= 2 && known.line.paragraph >= next.line.paragraph - 1,
    );
  if (!backwards && !accusedAgain)
    return (
      recent.find((known) => sameDeed(known, next)) ??
      kept.slice(-lookBack).find((known) => sameTownAndDay(known, next))
    );
  // "the attack of October 7" is not the one that was told last.
  const isPast = next.reality === 'historical';
  return recent.find(
    (known) => agrees(known, next) && (!isPast || (known.reality === next.reality && sameTime(known, next))),
  );
}

/** "forged into the enclave", "forged deeper into it"; "a jet was shot down", "admitted shooting down the jet": one deed by its own verb. */
function sameDeed(known: Candidate, next: Candidate): boolean {
  const [before, again] = [known.clause, next.clause];
  if (!before || !again || known.nominal || next.nominal || before.verb.lemma !== again.verb.lemma)
    return false;
  if (known.reality !== next.reality || !agrees(known, next) || known.reciprocal) return false;
  const words = next.line.tokens.slice(again.verb.last + 1, again.verb.last + 3);
  if (words.some(({ lower }) => /^(?:deeper|further|farther)$/u.test(lower)))
    return known.initiators.some((actor) => next.initiators.some((other) => sameActor(actor, other)));
  const hit = new Set(before.patients.map(({ head }) => known.line.tokens[head]?.lemma));
  return again.patients.some(({ first, head }) => {
    const noun = next.line.tokens[head];
    const the = /^(?:the|this|that)$/u.test(next.line.tokens[first]?.lower ?? '');
    return the && head > first && noun?.upos === 'NOUN' && hit.has(noun.lemma);
  });
}

const theTalks = /\b(?:the|these|those|this|that|their)(?: [\p{L}-]+){0,3}\s$/iu;

/** "during this round of talks", "while negotiations go on": talks told before, with nothing new about them. */
function sameTalks(known: Candidate, next: Candidate): boolean {
  if (known.type !== 'talks' || known.line.part !== next.line.part || known.line.index === next.line.index)
    return false;
  if (known.reality !== next.reality || next.where !== null || next.when !== null) return false;
  const isSide = (actor: Candidate['parties'][number]) =>
    actor.resolvedBy !== undefined || known.parties.some((party) => sameActor(party, actor));
  if (!next.parties.every(isSide) || next.mediators.length > 0) return false;
  const before = next.line.source.slice(Math.max(next.line.start, next.start - 40), next.start);
  return theTalks.test(before) || (!next.nominal && next.clause?.link === 'adverbial');
}

/** A battle for one town, and its dead told further down. */
function sameBattle(known: Candidate, next: Candidate): boolean {
  const here = known.where?.mention.place;
  const there = next.where?.mention.place;
  if (known.type !== 'clash' || next.rule !== 'toll' || known.line.part !== next.line.part) return false;
  if (!here || !there || here.id !== there.id || here.level !== 'city') return false;
  return known.reality === next.reality && sameTime(known, next);
}

/** Two attacks on one town on one day by the same, or by nobody named, are told as one. */
function sameTownAndDay(known: Candidate, next: Candidate): boolean {
  const here = known.where?.mention.place;
  const there = next.where?.mention.place;
  if (known.type !== 'attack' || known.line.part !== next.line.part) return false;
  if (!here || !there || here.id !== there.id || here.level !== 'city') return false;
  if (!known.when || !next.when || !sameTime(known, next)) return false;
  return known.reality === next.reality && agrees(known, next);
}

function agrees(known: Candidate, next: Candidate): boolean {
  const [a] = known.initiators;
  const [b] = next.initiators;
  if (a && b && !sameActor(a, b)) return false;
  const apart =
    known.where &&
    next.where &&
    known.where.mention.place.level === 'city' &&
    next.where.mention.place.level === 'city' &&
    known.where.mention.place.id !== next.where.mention.place.id;
  return !apart;
}

/** The headline repeats the text: an event of the title goes when the text tells one of its kind. */
function isEmptyTitle(
  candidate: Candidate,
  kept: readonly Candidate[],
  trace: Parameters<Refiner['refine']>[2],
): boolean {
  if (candidate.line.part !== 'title') return false;
  const told = kept.find(
    (other) =>
      other.line.part === 'text' &&
      other.type === candidate.type &&
      other.step === candidate.step &&
      other.reality !== 'historical' &&
      noConflict(candidate, other),
  );
  if (told) trace('merge-mentions', candidate, 'the headline repeats what the text tells');
  return told !== undefined;
}

function noConflict(title: Candidate, text: Candidate): boolean {
  const [a] = title.initiators;
  const [b] = text.initiators;
  // "Three presidents urge a truce": who they are, the text says.
  return !a || !b || a.id === undefined || sameActor(a, b);
}
