import { type ActorRef, sameActor, union } from '../actors/actor-ref.ts';
import { pairNear } from '../actors/pair-near.ts';
import type { Candidate } from '../candidate.ts';
import { type Attribution, attributionsOf } from '../claims/attributions.ts';
import { authorOf } from '../claims/author.ts';
import { labelledSpeaker } from '../claims/speaker-label.ts';
import { isQuoted, type Line } from '../document.ts';
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
      if (candidate.type === 'threat') claimThreat(candidate);
    }
    const author = authorOf(story);
    if (author) for (const candidate of candidates) claimByAuthor(candidate, author);
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
  if (candidate.reality === 'hypothetical' && isCondition(candidate)) return;
  if (isBeside(candidate, attribution)) return;
  if (judges(attribution) && !isSideNear(attribution.by, candidate, story)) return;
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
    if (!attribution.clause?.verb.passive && !isCharged(attribution, candidate))
      candidate.reality = 'negated';
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
  ownForces(candidate, attribution);
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

const unnamed = /^(?:our |its |the )?(?:troops|soldiers|forces|servicemen|units)$/iu;

/** "Israel says that soldiers opened fire", "IDF: troops opened fire": a side at war tells of its own. */
function ownForces({ type, initiators }: Candidate, { by, polarity }: Attribution): void {
  if (
    polarity !== 'asserts' ||
    !by.id ||
    by.id.startsWith('org:') ||
    (type !== 'attack' && type !== 'capture')
  )
    return;
  for (const actor of initiators)
    if (actor.id === undefined && unnamed.test(actor.name)) {
      actor.id = by.id;
      actor.resolvedBy = 'forces-of-the-speaker';
    }
}

const charge =
  /\b(?:accusations?|allegations?|charges?|claims?|reports?|suggestions?|complaints?)(?: \w+){0,3} (?:that|of|by)\b/iu;

/** "denied accusations that it had shelled the town": somebody says that it did, and one denies it. */
function isCharged({ clause }: Attribution, { line, start }: Candidate): boolean {
  const verb = line.tokens[clause?.verb.last ?? -1];
  return verb !== undefined && charge.test(line.source.slice(verb.end, Math.max(verb.end, start)));
}

const meanwhile: ReadonlySet<string> = new Set('as while when after before since'.split(' '));

/** "rejected the accusation as peacekeepers moved in": that happens beside what is said. */
function isBeside({ clause }: Candidate, said: Attribution): boolean {
  return (
    clause !== null &&
    said.clause !== null &&
    clause.parent === said.clause.index &&
    clause.link === 'adverbial' &&
    meanwhile.has(clause.marker ?? '')
  );
}

/** "will strike back if Damascus attacks": nobody says that it does. */
function isCondition({ clause }: Candidate): boolean {
  return clause?.marker === 'if' || clause?.marker === 'unless';
}

/** "The Council condemned the attack": who judges a deed and accuses nobody does not tell that it was done. */
function judges({ polarity, accused, clause }: Attribution): boolean {
  return polarity === 'accuses' && accused.length === 0 && clause?.verb.passive === false;
}

function isSideNear(actor: ActorRef, candidate: Candidate, story: Story): boolean {
  return (
    pairNear(candidate.line, story)?.some((side) => sameActor(side, actor)) === true ||
    candidate.recipients.some((recipient) => sameActor(recipient, actor))
  );
}

/** Who counts the hurt tells of a wrong and accuses nobody. */
const helpers = /\b(?:health|hospital|medics?|doctors?|rescue\w*|emergenc\w+|civil defen[cs]e|red cross)\b/iu;

/** "The army said that rebels shelled the town": of its enemy's attack a side at war is no witness but an accuser. */
function blamesEnemy({ by, polarity }: Attribution, candidate: Candidate, story: Story): boolean {
  if (polarity !== 'asserts' || !(candidate.type === 'attack' || candidate.step === 'violated')) return false;
  if (helpers.test(by.name)) return false;
  return (
    candidate.initiators.length > 0 &&
    isSideNear(by, candidate, story) &&
    candidate.initiators.every(
      (actor) => !sameActor(actor, by) && (actor.id !== undefined) === (by.id !== undefined),
    )
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

/** What a statement tells without naming anybody else, its author says. */
function claimByAuthor(candidate: Candidate, by: ActorRef): void {
  const { type, step, claims, initiators, line, start, end } = candidate;
  if (step === 'called_for') {
    // "We call on both to respect the truce."
    if (initiators.length === 0) candidate.initiators = [{ ...by, resolvedBy: 'author of the statement' }];
    return;
  }
  if (claims.length > 0 || speech.has(type) || line.part !== 'text' || isQuoted(line, start)) return;
  if (initiators.some((actor) => sameActor(actor, by))) return;
  const accuses = (type === 'attack' || step === 'violated') && initiators.length > 0;
  claims.push({ by, polarity: accuses ? 'accuses' : 'asserts', line, start, end, voice: 'paraphrase' });
}

const ifSo = /\b(?:if|unless|until|whoever|should|in case|as long as)\b/u;

/** "warned that it would strike back if …": a threat with its content is what its speaker says. */
function claimThreat(candidate: Candidate): void {
  const { clause, line, initiators, claims } = candidate;
  const [by] = initiators;
  if (!clause || !by || claims.length > 0) return;
  const content = line.clauses.find(({ parent, link }) => parent === clause.index && link === 'complement');
  const rest = line.source.slice(candidate.start, line.end);
  const isConditional = ifSo.test(rest);
  if (!content && !isConditional) return;
  claims.push({
    by,
    polarity: isConditional ? 'conditional' : 'asserts',
    line,
    start: candidate.start,
    end: candidate.end,
    voice: isQuoted(line, candidate.start) ? 'quote' : 'paraphrase',
  });
}

/** How many sentences a quotation is followed back to who is quoted. */
const farthest = 5;

/** A sentence inside a quotation that began before it is said by who said the sentences before, or the one after. */
function continueQuotation(candidate: Candidate, story: Story): void {
  const { line } = candidate;
  const said = isQuoted(line, candidate.start)
    ? (quotedIn(line, -1, story) ?? quotedIn(line, 1, story))
    : labelledSpeaker(line, story);
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
