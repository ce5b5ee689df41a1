import { sameActor, union } from '../actors/actor-ref.ts';
import type { Candidate } from '../candidate.ts';
import type { ClaimDraft } from '../claims/claim-draft.ts';
import { isWeapon } from '../frames/attack-words.ts';
import type { Refiner } from './refiner.ts';

const consequences = new Set(['kill', 'wound', 'injure', 'destroy']);

/** Of what several rules found in one sentence for one happening, keeps one and lets it take what the others know. */
export const onePerHappening: Refiner = {
  name: 'one-per-happening',
  refine: (candidates, _story, trace) => {
    const kept: Candidate[] = [];
    const byLine = new Map<Candidate['line'], Candidate[]>();
    for (const next of ordered(candidates)) {
      const here = byLine.get(next.line) ?? [];
      byLine.set(next.line, here);
      const same = here.find((known) => isSame(known, next));
      if (!same) {
        kept.push(next);
        here.push(next);
        continue;
      }
      trace(
        'one-per-happening',
        next,
        `joined to ${same.rule} "${same.line.source.slice(same.start, same.end)}"`,
      );
      // "accused it of an attack, killing 12": who kills is who attacks, not who accuses.
      if (isConsequence(next) && same.nominal && next.clause?.verb.form === 'gerund') next.initiators = [];
      absorb(same, next);
    }
    return kept.sort((a, b) => a.line.index - b.line.index || a.start - b.start);
  },
};

/** Verbs of attack before mere consequences ("killing 13"), those before tolls. */
function ordered(candidates: Candidate[]): Candidate[] {
  const rank = (candidate: Candidate): number => {
    if (candidate.rule === 'toll') return 3;
    if (candidate.rule === 'truce-mention') return 2;
    return candidate.clause && !candidate.nominal && consequences.has(candidate.clause.verb.lemma) ? 1 : 0;
  };
  return candidates
    .map((candidate, index) => ({ candidate, index }))
    .sort((a, b) => rank(a.candidate) - rank(b.candidate) || a.index - b.index)
    .map(({ candidate }) => candidate);
}

function isSame(known: Candidate, next: Candidate): boolean {
  if (next.rule === 'toll')
    return (
      (known.type === 'clash' ||
        (known.type === 'attack' && next.type !== 'clash') ||
        countsItsDead(known, next)) &&
      known.reality !== 'negated' &&
      known.reality !== 'hypothetical'
    );
  if (
    isConsequence(next) &&
    (known.type === 'attack' || known.type === 'clash') &&
    known.reality !== 'negated' &&
    known.reality !== 'hypothetical'
  )
    return (
      known.type === 'attack' ||
      (!next.initiators.some((actor) => actor.id !== undefined) && !isByWeapon(next))
    );
  // "agreed to stop fighting" is the truce, and no other deal beside it.
  if (known.type === 'ceasefire' && next.type === 'agreement')
    return known.step === 'agreed' && known.reality === next.reality && isContent(known, next);
  if (known.type !== next.type) return false;
  if (known.type === 'ceasefire') return sameTruce(known, next);
  if (known.reality !== next.reality && !(known.type === 'attack' && isConsequence(next))) return false;
  // "the strike" goes back to one told before, not to another in its sentence.
  if (known.type === 'attack' && known.anaphor && !next.anaphor) return false;
  if (known.type === 'attack') return isConsequence(next) ? true : compatible(known, next);
  if (
    known.type === 'clash' ||
    known.type === 'talks' ||
    known.type === 'protest' ||
    known.type === 'displacement' ||
    known.type === 'deployment'
  )
    return sharesParties(known, next);
  return overlaps(known, next);
}

function isContent(truce: Candidate, deal: Candidate): boolean {
  if (overlaps(truce, deal) || !deal.clause || deal.nominal || !truce.clause) return overlaps(truce, deal);
  const isBelow = truce.clause.parent === deal.clause.index && truce.clause.verb.form === 'infinitive';
  return isBelow || truce.clause === deal.clause;
}

function sameTruce(known: Candidate, next: Candidate): boolean {
  if (next.rule === 'truce-mention')
    return (
      overlaps(known, next) &&
      (next.weak === true ||
        known.step === 'agreed' ||
        known.step === 'declared' ||
        known.step === 'called_for' ||
        known.step === 'proposed' ||
        known.step === 'rejected')
    );
  if (known.step !== next.step) return false;
  const [accused] = known.initiators;
  const [other] = next.initiators;
  if (next.reciprocal && accused && other && !sameActor(accused, other)) return false;
  return overlaps(known, next) || known.clause === next.clause;
}

function isConsequence(next: Candidate): boolean {
  return next.clause !== null && !next.nominal && consequences.has(next.clause.verb.lemma);
}

/** "executed a dozen of them since Monday": whom the verb of the attack has for its object. */
function countsItsDead(known: Candidate, toll: Candidate): boolean {
  const { clause, line } = known;
  if (known.type !== 'attack' || known.nominal || !clause) return false;
  return clause.patients.some((phrase) => {
    const [first, last] = [line.tokens[phrase.first], line.tokens[phrase.last]];
    return first !== undefined && last !== undefined && toll.start < last.end && first.start < toll.end;
  });
}

/** "reported heavy fighting and said that a drone killed nine farmers": no part of the fighting. */
function isByWeapon({ clause, line }: Candidate): boolean {
  return (
    clause !== null && !clause.verb.passive && clause.agents.some(({ head }) => isWeapon(line.tokens[head]))
  );
}

/** "rained rockets on the south, and an air strike killed a gunman": two main clauses with subjects and weapons of their own. */
function isApart(a: Candidate, b: Candidate): boolean {
  const [one, other] = a.start < b.start ? [a, b] : [b, a];
  if (!one.clause || !other.clause || one.clause === other.clause || !one.mode || !other.mode) return false;
  if (one.mode === other.mode || (other.clause.link !== 'coordinated' && other.clause.link !== 'complement'))
    return false;
  const [first] = one.clause.subject;
  const [second] = other.clause.subject;
  return (
    first !== undefined &&
    second !== undefined &&
    first.first !== second.first &&
    second.first > one.clause.verb.last &&
    other.clause.verb.form === 'finite'
  );
}

/** Two attacks of one sentence are one unless they have different attackers or stand far apart with different targets. */
function compatible(a: Candidate, b: Candidate): boolean {
  if (isApart(a, b)) return false;
  const agents =
    a.initiators.length === 0 ||
    b.initiators.length === 0 ||
    a.initiators.some((one) => b.initiators.some((other) => sameActor(one, other)));
  const targets =
    a.recipients.length === 0 ||
    b.recipients.length === 0 ||
    a.recipients.some((one) => b.recipients.some((other) => sameActor(one, other)));
  return agents && targets;
}

function sharesParties(a: Candidate, b: Candidate): boolean {
  return (
    a.parties.length === 0 ||
    b.parties.length === 0 ||
    a.parties.some((one) => b.parties.some((other) => sameActor(one, other)))
  );
}

function overlaps(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The region of the war gives way to the place that the sentence itself names. */
function isGuessed(known: NonNullable<Candidate['where']>, told: Candidate['where']): boolean {
  return known.rule === 'region-of-the-war' && told !== null && told.rule !== known.rule;
}

/** Gives one candidate what another knows of the same happening. */
export function absorb(into: Candidate, from: Candidate): void {
  if (into.initiators.length === 0) union(into.initiators, from.initiators);
  if (into.recipients.length === 0)
    union(
      into.recipients,
      from.recipients.filter((actor) => !into.initiators.some((agent) => sameActor(agent, actor))),
    );
  union(into.parties, from.parties);
  union(into.mediators, from.mediators);
  if (!into.mode && from.mode) into.mode = from.mode;
  into.when ??= from.when;
  into.effectiveAt ??= from.effectiveAt;
  into.until ??= from.until;
  if (!into.where || isGuessed(into.where, from.where)) into.where = from.where;
  for (const count of from.casualties)
    if (!into.casualties.some((known) => known.count === count.count)) into.casualties.push(count);
  for (const claim of from.claims)
    if (!into.claims.some((known) => saysAsMuch(known, claim))) into.claims.push(claim);
  for (const purpose of from.purpose) if (!into.purpose.includes(purpose)) into.purpose.push(purpose);
  if (from.truceName) into.truceName ??= from.truceName;
  for (const term of from.terms)
    if (!into.terms.some(({ kind }) => kind === term.kind)) into.terms.push(term);
  for (const ref of from.ceasefireRefs) if (!into.ceasefireRefs.includes(ref)) into.ceasefireRefs.push(ref);
  for (const line of [from.line, ...from.also])
    if (line !== into.line && !into.also.includes(line)) into.also.push(line);
  if (
    from.line === into.line &&
    into.nominal &&
    from.type === into.type &&
    from.end > into.end &&
    from.start <= into.end + 2
  )
    into.end = from.end;
}

/** Who has accused, confirmed or denied has said it: telling it again adds nothing. */
function saysAsMuch(known: ClaimDraft, claim: ClaimDraft): boolean {
  return (
    known.by.name === claim.by.name && (known.polarity === claim.polarity || claim.polarity === 'asserts')
  );
}
