import { sameActor } from '../actors/actor-ref.ts';
import type { Candidate } from '../candidate.ts';
import type { Story } from '../story.ts';
import { absorb } from './one-per-happening.ts';
import type { Refiner } from './refiner.ts';

const begins = /^(?:begin|start|erupt|break|flare|resume|ignite|commence)$/u;
const aboutTheWar =
  /\b(?:war|conflict|fighting|hostilities|clashes|skirmishes|flare-up|escalation|battle|toll)\b/iu;

/** "The fighting", "the clashes", "the war" and its tolls, told all over an article, are one happening: the war that it reports. */
export const oneWar: Refiner = {
  name: 'one-war',
  refine: (candidates, story, trace) => {
    // A war that only the headline names would go with the headline, and its tolls with it: the text's comes first.
    const inText = candidates.find(
      (candidate) => candidate.line.part === 'text' && isTheWar(candidate, story),
    );
    const all = candidates.filter((candidate) => isTheWar(candidate, story));
    // "20 soldiers were killed in clashes on Monday": told of once, it is no war that goes on but the clashes of that day.
    if (all.length === 1 && all.every(isOfADay)) return candidates;
    let war: Candidate | null = null;
    const kept: Candidate[] = [];
    for (const candidate of candidates) {
      if (!isTheWar(candidate, story) || (inText && candidate.line.part === 'title')) {
        kept.push(candidate);
      } else if (!war) {
        war = candidate;
        if (!datesTheWar(candidate)) candidate.when = null;
        kept.push(candidate);
      } else {
        trace('one-war', candidate, `the war that "${war.line.source.slice(war.start, war.end)}" tells`);
        const when = datesTheWar(candidate) ? candidate.when : null;
        if (!datesTheWar(candidate)) candidate.when = null;
        if (when && (!war.when || when.earliest < war.when.earliest)) war.when = when;
        const told = [...war.also];
        absorb(war, candidate);
        // "The return of fighting has stoked fears": a sentence that only names the war is no evidence of it.
        if (candidate.casualties.length === 0 && !when) war.also = told;
      }
    }
    return kept;
  },
};

/** Fighting between the two sides at war that is neither background nor bound to one town or one day. */
function isTheWar(candidate: Candidate, story: Story): boolean {
  if (candidate.type !== 'clash' || !candidate.nominal || candidate.reality !== 'actual') return false;
  if (isInTown(candidate) && candidate.casualties.every(({ count }) => !count.cumulative)) return false;
  const sides = candidate.parties.every(
    (party) => party.id === undefined || story.pair?.some((side) => sameActor(side, party)),
  );
  return (
    sides &&
    (candidate.rule === 'toll' ||
      aboutTheWar.test(candidate.line.source.slice(candidate.start, candidate.end)))
  );
}

function isOfADay({ when, line }: Candidate): boolean {
  if (!when || when.line !== line || when.level === 'month' || when.level === 'year') return false;
  return when.level !== 'longer';
}

/** "Fighting in Shusha", "clashes near the town of X": a capital named elsewhere in the sentence does not bind a war to it. */
function isInTown({ where, line, end }: Candidate): boolean {
  if (where?.mention.place.level !== 'city') return false;
  if (where.line !== line || where.mention.start < end) return where.line === line;
  const between = line.source.slice(end, where.mention.start);
  // "six soldiers, who fell in the battles around Shusha": the dead of a battle there.
  if (/\b(?:battles?|fighting|clash(?:es)?) (?:in|at|near|around|for|outside) [^,;]{0,20}$/iu.test(between))
    return true;
  return (
    between.length < 60 && /^[^,;]*\b(?:in|at|near|around|outside|over|for|of|inside) [^,;]*$/u.test(between)
  );
}

/** "The fighting, which erupted on Sunday", "since 27 September": only a beginning dates a war. */
function datesTheWar(candidate: Candidate): boolean {
  if (!candidate.when) return false;
  const { line } = candidate;
  const text = line.source.slice(line.start, line.end);
  const before = line.source.slice(Math.max(line.start, candidate.when.start - 30), candidate.when.start);
  if (/\bsince\b[^.]{0,24}$/iu.test(before)) return true;
  return (
    line.clauses.some((clause) => begins.test(clause.verb.lemma)) &&
    /\b(?:began|started|erupted|broke out|flared|beginning|resumed)\b/iu.test(text)
  );
}
