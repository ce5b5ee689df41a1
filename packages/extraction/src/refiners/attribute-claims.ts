import { type ActorRef, sameActor, union } from '../actors/actor-ref.ts';
import { pairNear } from '../actors/pair-near.ts';
import type { Candidate } from '../candidate.ts';
import { type Attribution, attributionsOf } from '../claims/attributions.ts';
import { isQuoted, type Line, wordsOf } from '../document.ts';
import type { Story } from '../story.ts';
import type { Refiner } from './refiner.ts';

/** Events that are themselves acts of speech carry no claim by their own speaker. */
const speech = new Set(['statement', 'threat']);

const conditional =
  /\b(?:reciprocal|provided that|on (?:the )?condition|as long as|if (?:the|it|azer|armen|other)|mutual basis)\b/iu;

/** Hangs on each candidate who says so: "according to", "said", "accused of", "denied". */
export const attributeClaims: Refiner = {
  name: 'attribute-claims',
  refine: (candidates, story) => {
    for (const candidate of candidates) {
      const attributions = attributionsOf(candidate.line, story);
      for (const attribution of attributions) apply(attribution, candidate, story);
      if (attributions.length === 0) continueQuotation(candidate, story);
    }
    for (const line of story.document.lines) denyBefore(line, candidates, story);
    return candidates;
  },
};

const unDenied: ReadonlySet<string> = new Set(['agreed', 'proposed', 'called_for']);

function apply(attribution: Attribution, candidate: Candidate, story: Story): void {
  const anchor =
    candidate.nominal || !candidate.clause
      ? candidate.start
      : (candidate.line.tokens[candidate.clause.verb.head]?.start ?? candidate.start);
  if (attribution.clause === null && isAside(candidate)) return;
  const own =
    attribution.clause !== null &&
    candidate.clause === attribution.clause &&
    !candidate.nominal &&
    candidate.step !== 'violated';
  const covered = anchor >= attribution.from && anchor < attribution.to;
  const accusedOf = attribution.polarity === 'accuses' && candidate.clause === attribution.clause;
  if (
    (!covered && !accusedOf) ||
    (own && !accusedOf) ||
    (candidate.reciprocal && attribution.polarity === 'accuses')
  )
    return;
  if (speech.has(candidate.type) && candidate.initiators.some((actor) => sameActor(actor, attribution.by)))
    return;
  if (
    candidate.step === 'called_for' &&
    candidate.initiators.some((actor) => sameActor(actor, attribution.by))
  )
    return;
  if (attribution.polarity === 'denies') {
    // Who rejects an offer does not deny that it was made.
    if (candidate.type === 'statement' || (candidate.step && unDenied.has(candidate.step))) return;
    if (!attribution.clause?.verb.passive) candidate.reality = 'negated';
  }
  if (attribution.polarity === 'accuses') {
    if (
      !['attack', 'clash', 'ceasefire', 'deployment', 'capture', 'detention', 'displacement'].includes(
        candidate.type,
      )
    )
      return;
    if (candidate.type === 'ceasefire' && candidate.step !== 'violated') return;
    if (
      candidate.initiators.length === 0 ||
      candidate.initiators.every((actor) => attribution.accused.some((accused) => sameActor(accused, actor)))
    ) {
      if (candidate.initiators.length === 0) union(candidate.initiators, attribution.accused);
      candidate.recipients = candidate.recipients.filter(
        (actor) => !candidate.initiators.some((agent) => sameActor(agent, actor)),
      );
      if (
        candidate.recipients.length === 0 &&
        !attribution.accused.some((accused) => sameActor(accused, attribution.by)) &&
        pairNear(candidate.line, story)?.some((side) => sameActor(side, attribution.by))
      )
        candidate.recipients.push(sideOf(attribution.by, story));
    }
    if (candidate.reality === 'hypothetical') candidate.reality = 'actual';
  }
  if (
    candidate.claims.some(
      (claim) => sameActor(claim.by, attribution.by) && claim.by.name === attribution.by.name,
    )
  )
    return;
  candidate.claims.push({
    by: attribution.by,
    polarity:
      candidate.step === 'observed' &&
      conditional.test(candidate.line.source.slice(candidate.start, candidate.line.end))
        ? 'conditional'
        : blamesEnemy(attribution, candidate, story)
          ? 'accuses'
          : attribution.polarity,
    line: candidate.line,
    start: attribution.start,
    end: attribution.end,
    voice: isQuoted(candidate.line, anchor) ? 'quote' : 'paraphrase',
  });
}

/** "The army said that rebels shelled the town": of its enemy's attack a side at war is no witness but an accuser. */
function blamesEnemy({ by, polarity }: Attribution, candidate: Candidate, story: Story): boolean {
  if (polarity !== 'asserts' || !(candidate.type === 'attack' || candidate.step === 'violated')) return false;
  const isSide = (actor: ActorRef) =>
    pairNear(candidate.line, story)?.some((side) => sameActor(side, actor)) ||
    candidate.recipients.some((recipient) => sameActor(recipient, actor));
  return (
    by.id !== undefined &&
    candidate.initiators.length > 0 &&
    isSide(by) &&
    candidate.initiators.every((actor) => actor.id !== undefined && actor.id !== by.id)
  );
}

/** "…, one week after an earlier truce fell apart, according to X": what X is quoted for is the main clause. */
function isAside(candidate: Candidate): boolean {
  const { clause, line } = candidate;
  const above = clause?.parent === null || clause?.parent === undefined ? null : line.clauses[clause.parent];
  return clause?.marker === 'after' || (above?.marker === 'after' && above.verb.form === 'participle');
}

/** The side at war for which somebody speaks. */
function sideOf(speaker: ActorRef, story: Story): ActorRef {
  const side = story.pair?.find((known) => sameActor(known, speaker));
  return side ? { ...side, resolvedBy: 'pair-at-war' } : speaker;
}

const backwards =
  /^(?:it|that|this|(?:the|those|these) (?:accusations?|claims?|reports?|allegations?|charges?))$/u;

/** "Armenia denied it": the denial goes to what the sentences before accuse Armenia of. */
function denyBefore(line: Line, candidates: readonly Candidate[], story: Story): void {
  for (const attribution of attributionsOf(line, story)) {
    const { clause } = attribution;
    if (attribution.polarity !== 'denies' || !clause || clause.verb.passive) continue;
    if (!clause.objects.some((phrase) => backwards.test(wordsOf(line, phrase)))) continue;
    const accused = candidates.filter((candidate) => {
      const distance = line.index - candidate.line.index;
      const told =
        distance >= 0 && distance <= 2 && candidate.start < attribution.start + (distance > 0 ? 1e9 : 0);
      return (
        told &&
        candidate.line.part === line.part &&
        candidate.initiators.some((actor) => sameActor(actor, attribution.by)) &&
        ['attack', 'ceasefire', 'capture'].includes(candidate.type)
      );
    });
    for (const candidate of accused) {
      candidate.claims.push({
        by: attribution.by,
        polarity: 'denies',
        line,
        start: attribution.start,
        end: attribution.end,
        voice: 'paraphrase',
      });
    }
  }
}

/** How many sentences a quotation is followed back to who is quoted. */
const farthest = 5;

/** A sentence inside a quotation that began before it is said by who said the sentences before, or the one after. */
function continueQuotation(candidate: Candidate, story: Story): void {
  const { line } = candidate;
  if (!isQuoted(line, candidate.start)) return;
  const said = quotedIn(line, -1, story) ?? quotedIn(line, 1, story);
  if (!said) return;
  candidate.claims.push({
    by: said.attribution.by,
    polarity: 'asserts',
    line: said.line,
    start: said.attribution.start,
    end: said.attribution.end,
    voice: 'quote',
  });
}

/** Who is quoted in the sentences before or after, as long as the quotation goes on through them. */
function quotedIn(line: Line, step: 1 | -1, story: Story): { line: Line; attribution: Attribution } | null {
  let at = line;
  for (let far = 0; far < farthest; far++) {
    const near = story.document.lines[at.index + step];
    if (!near || near.part !== line.part || near.paragraph !== line.paragraph || near.quotes.length === 0)
      return null;
    const attribution = attributionsOf(near, story).find((known) => known.polarity === 'asserts');
    if (attribution) return { line: near, attribution };
    if (!isQuoted(near, near.start)) return null;
    at = near;
  }
  return null;
}
