import { sameActor } from '../actors/actor-ref.ts';
import { pairNear } from '../actors/pair-near.ts';
import type { Candidate } from '../candidate.ts';
import type { Story } from '../story.ts';
import type { Refiner } from './refiner.ts';

/** How many sentences after a breach still tell what it was. */
const reach = 8;

/**
 * "Both complained of violations. A said B's guns had fired at 8:05": the attacks that one side at war alleges of the
 * other right after a breach are that breach told in full. They date it, and say who is accused where it does not.
 */
export const elaboratedBreach: Refiner = {
  name: 'elaborated-breach',
  refine: (candidates, story, trace) => {
    const byLine = Map.groupBy(
      candidates.filter(({ type }) => type === 'attack'),
      ({ line }) => line,
    );
    return candidates.flatMap((candidate) => {
      if (candidate.step !== 'violated' || candidate.reality !== 'actual') return [candidate];
      const from = candidate.line.index;
      const attacks = story.document.lines
        .slice(from, from + reach + 1)
        .flatMap((line) => byLine.get(line) ?? [])
        .filter((attack) => elaborates(attack, candidate, story));
      const deed = candidate.initiators.length === 0 && deedOf(candidate, byLine.get(candidate.line) ?? []);
      if (deed) {
        trace('elaborated-breach', candidate, 'who attacked broke it');
        candidate.initiators = deed.initiators.slice(0, 1);
        candidate.when ??= deed.when;
        return [candidate];
      }
      const [accused] = candidate.initiators;
      if (accused) {
        const attack = attacks.find(
          (one) => one.initiators.some((actor) => sameActor(actor, accused)) && isTimed(one),
        );
        if (attack && !candidate.when) candidate.when = attack.when;
        return [candidate];
      }
      const tellings = pairNear(candidate.line, story)?.flatMap((side) => {
        const ofSide = attacks.filter((one) => one.initiators.some((actor) => sameActor(actor, side)));
        return ofSide.find(isTimed) ?? ofSide[0] ?? [];
      });
      if (!tellings || tellings.length === 0) return [candidate];
      trace('elaborated-breach', candidate, 'the attacks alleged after it say who is accused');
      tellings.sort((a, b) => a.line.index - b.line.index || a.start - b.start);
      return tellings.map((attack, index) => ({
        ...candidate,
        initiators: attack.initiators.slice(0, 1),
        recipients: [...attack.recipients],
        claims: attack.claims.filter((claim) => isOfOther(claim, attack)),
        when: (index === 0 ? candidate.when : null) ?? (isTimed(attack) ? attack.when : null),
        also: [attack.line],
        reciprocal: true,
      }));
    });
  },
};

const asBreach =
  /(?:\bin (?:what [^,;.]{2,40} called )?|, )(?:(?:the|a|an|its|their|his) )?(?:[\p{L}-]+ ){0,3}(?:[\p{L}-]*violation|breach)\b/iu;

/** "shelled the capital in violation of the truce", "attacked the town, the biggest breach yet": the deed is the breach. */
function deedOf(breach: Candidate, attacks: readonly Candidate[]): Candidate | undefined {
  const { line, start, end } = breach;
  return attacks.findLast((attack) => {
    if (attack.start > start || attack.initiators.length === 0 || attack.reality !== 'actual') return false;
    const between = line.source.slice(attack.end, end);
    const isNext = line.clauses.every(({ verb }) => {
      const at = line.tokens[verb.first]?.start ?? 0;
      return verb.form !== 'finite' || at <= attack.start || at >= start || /\bwhat\b/u.test(between);
    });
    return isNext && asBreach.test(between);
  });
}

/** An attack by one side at war that somebody of the other alleges, in the sentences that follow. */
function elaborates(attack: Candidate, breach: Candidate, story: Story): boolean {
  const near = attack.line.part === breach.line.part && attack.line.paragraph - breach.line.paragraph <= 2;
  const [by] = attack.initiators;
  const isSide =
    by !== undefined && pairNear(breach.line, story)?.some((side) => sameActor(side, by)) === true;
  return (
    near &&
    isSide &&
    attack.type === 'attack' &&
    attack.reality === 'actual' &&
    attack.claims.some((claim) => isOfOther(claim, attack))
  );
}

function isOfOther(claim: Candidate['claims'][number], attack: Candidate): boolean {
  return (
    (claim.polarity === 'asserts' || claim.polarity === 'accuses') &&
    claim.by.id !== undefined &&
    !attack.initiators.some((actor) => sameActor(actor, claim.by))
  );
}

function isTimed({ when }: Candidate): boolean {
  return when !== null && (when.level === 'minute' || when.level === 'hour');
}
