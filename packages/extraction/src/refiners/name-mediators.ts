import { type ActorRef, sameActor, union } from '../actors/actor-ref.ts';
import { actorsOf, reference } from '../actors/actors-of-phrase.ts';
import type { ActorMention } from '../actors/find-actors.ts';
import { pairNear } from '../actors/pair-near.ts';
import type { Candidate } from '../candidate.ts';
import { brokerReach } from '../ceasefires/broker-reach.ts';
import { mediatorsTold } from '../ceasefires/mediation.ts';
import { isNews, isSide, take } from '../ceasefires/take-mediators.ts';
import type { Line } from '../document.ts';
import { doers, governedBy, governor } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import type { Refiner } from './refiner.ts';

/** How many sentences after a truce still tell who brought it about. */
const reach = 4;

/** Names who brokered a truce or hosted talks: "Moscow-brokered", "with Swiss help", "China mediated", or who announced what two others agreed. */
export const nameMediators: Refiner = {
  name: 'name-mediators',
  refine: (candidates, story) => {
    for (const candidate of candidates) {
      nameBesides(candidate, story);
      nameHost(candidate, story);
    }
    const agreed = candidates.filter(isNews);
    if (agreed.length > 0) nameAfterwards(agreed, candidates, story);
    nameNext(candidates, story);
    for (const candidate of agreed) if (candidate.mediators.length === 0) nameAnnouncers(candidate, story);
    return candidates;
  },
};

const hosting: ReadonlySet<string> = new Set(
  'host mediate broker chair moderate facilitate oversee oversaw convene sponsor'.split(' '),
);

const sessions: ReadonlySet<string> = new Set(
  'talk talks negotiation meeting summit round session discussion dialogue conference consultation'.split(
    ' ',
  ),
);

/** "Angola hosted the talks", "will mediate between the two": who does so is not one of those who talk. */
function nameHost(candidate: Candidate, story: Story): void {
  const { clause, line, type } = candidate;
  if (type !== 'talks' || !clause || candidate.nominal || !hosting.has(clause.verb.lemma)) return;
  const nouns = clause.patients.map(({ head }) => line.tokens[head]?.lemma ?? '');
  if (!nouns.every((noun) => sessions.has(noun)) || (nouns.length === 0 && clause.verb.lemma !== 'mediate'))
    return;
  if (governedBy(clause, 'with').length > 0 || actorsOf(clause.patients, line, story).length === 1) return;
  const hosts = doers(clause, line, story).filter(
    (actor) => !pairNear(line, story)?.some((side) => sameActor(side, actor)),
  );
  union(candidate.mediators, hosts);
  candidate.parties = candidate.parties.filter((party) => !hosts.some((host) => sameActor(host, party)));
}

const brokered: ReadonlySet<string> = new Set(['ceasefire', 'agreement', 'talks', 'exchange']);
const by =
  /\b(?:(?:brokered|mediated|negotiated|sponsored|facilitated|arranged|hosted|overseen)\b(?: \w+){0,2} by|(?:with|through|under|thanks to) (?:the |\p{Lu}\w+['’]s )?(?:mediation|auspices|help)(?: efforts)?(?: of| by)?|mediation (?:of|by))\s?(?:the )?/iu;

/** "the mediation of the co-chairs of the Minsk Group": whose office it is. */
const officeOf = /^(?:the )?(?:[\p{L}-]+ ){1,3}of (?:the )?$/u;
/** "thanks to Russia's mediation efforts". */
const ofMediator = /^['’]s? (?:\p{Ll}+ )?(?:mediation|good offices|auspices|brokering)\b/u;

/** Brokers in the words right beside the truce. */
function nameBesides(candidate: Candidate, story: Story): void {
  if (!brokered.has(candidate.type) || candidate.step === 'called_for') return;
  const { line } = candidate;
  const near = brokerReach(candidate);
  for (const [index, actor] of line.actors.entries()) {
    if (actor.qualifies !== 'broker' || actor.start < near.start || actor.end > near.end) continue;
    const before = line.actors[index - 1];
    if (before && /^ (?:and|or) (?:one |a )?$/u.test(line.source.slice(before.end, actor.start)))
      add(candidate, line, before);
    add(candidate, line, actor);
  }
  const text = line.source.slice(near.start, near.end);
  const found = by.exec(text);
  if (found) {
    const at = near.start + found.index;
    const limit = at + found[0].length;
    for (const actor of line.actors) {
      const inside =
        actor.start >= at &&
        (actor.start < limit + 6 ||
          officeOf.test(line.source.slice(limit, Math.min(actor.start, limit + 60))));
      const joined = candidate.mediators.some(
        (mediator) =>
          mediator.part === line.part &&
          actor.start > mediator.end - 1 &&
          /^,? (?:and )?(?:the )?$/u.test(line.source.slice(mediator.end, actor.start)),
      );
      if (inside || joined) add(candidate, line, actor);
    }
  }
  for (const actor of line.actors)
    if (actor.kind !== 'person' && ofMediator.test(line.source.slice(actor.end, actor.end + 30)))
      add(candidate, line, actor);
  const isOther = candidate.type !== 'ceasefire' && candidate.reality !== 'hypothetical';
  if (isOther || (isNews(candidate) && candidate.rule !== 'truce-mention'))
    if (candidate.mediators.length === 0) take(candidate, mediatorsTold(line, story));
}

/** The first after one of them that is about another truce. */
function nextOther(agreed: readonly Candidate[], index: number): Candidate | undefined {
  const refs = agreed[index]?.ceasefireRefs ?? [];
  for (let at = index + 1; at < agreed.length; at++)
    if (!agreed[at]?.ceasefireRefs.some((ref) => refs.includes(ref))) return agreed[at];
  return undefined;
}

/** "China mediated." "Anwar, who hosted the talks …": the sentences after the agreement tell whose work it was. */
function nameAfterwards(agreed: readonly Candidate[], all: readonly Candidate[], story: Story): void {
  const { lines } = story.document;
  const named = new Set(
    all.filter(({ type, mediators }) => type === 'ceasefire' && mediators.length > 0).map(({ line }) => line),
  );
  for (const [index, candidate] of agreed.entries()) {
    if (
      candidate.mediators.length > 0 ||
      candidate.reality === 'historical' ||
      candidate.when?.level === 'year'
    )
      continue;
    const from = candidate.line.index;
    const next = nextOther(agreed, index)?.line.index ?? Number.POSITIVE_INFINITY;
    for (let at = from + 1; at <= Math.min(from + reach, lines.length - 1, next); at++) {
      const line = lines[at] as Line;
      if (line.part !== candidate.line.part) break;
      if (!named.has(line)) take(candidate, mediatorsTold(line, story));
      if (candidate.mediators.length > 0) break;
    }
  }
}

/** "… were collected through the mediation of X": of talks, a deal or an exchange the very next sentence tells it. */
function nameNext(candidates: readonly Candidate[], story: Story): void {
  const ownDeal = new Set(candidates.filter(({ type }) => brokered.has(type)).map(({ line }) => line));
  for (const candidate of candidates) {
    const { type, line, reality, mediators } = candidate;
    if (type === 'ceasefire' || !brokered.has(type) || reality !== 'actual' || mediators.length > 0) continue;
    const next = story.document.lines[line.index + 1];
    if (!next || next.part !== line.part || ownDeal.has(next)) continue;
    if (type === 'agreement' && !ofDeal.test(next.source.slice(next.start, next.end))) continue;
    take(candidate, mediatorsTold(next, story));
  }
}

const ofDeal = /\b(?:deal|agreement|accord|pact|signing|signature)\b/iu;

const announcing =
  /^(?:'s|’s)?(?: (?:foreign|prime|president|minister|government|ministry|officials?|\p{Lu}[\p{L}.’'-]{0,24})){0,6} (?:has |had )?announced\b/u;
/** Verbs of making known, not of judging: who "welcomed" or "confirmed" it did not bring it about. */
const telling = new Set(['say', 'announce', 'write', 'declare', 'post', 'tweet']);

/** "…, Oman's foreign minister said": a third state that makes known what two others have agreed has brokered it. */
function nameAnnouncers(candidate: Candidate, story: Story): void {
  const { line } = candidate;
  if (candidate.reality !== 'actual' || candidate.nominal) return;
  if (candidate.rule === 'truce-frame')
    for (const actor of line.actors) {
      const side = story.pair?.some(({ id }) => id === actor.id) ?? true;
      const after = line.source.slice(actor.end, Math.min(line.end, actor.end + 90));
      if (!side && announcing.test(after)) add(candidate, line, actor);
    }
  if (candidate.mediators.length > 0) return;
  if (candidate.parties.length < 2 && !(candidate.parties.length === 1 && story.pair)) return;
  // "announced that he had signed": he is a side.
  const own = candidate.clause?.agents.map(({ head }) => line.tokens[head]?.upos) ?? [];
  if (own.includes('PRON') || candidate.clause?.agents.length === 0) {
    const above = candidate.clause && governor(candidate.clause, line);
    const subjects = [...own, ...(above?.agents ?? []).map(({ head }) => line.tokens[head]?.upos)];
    if (subjects.includes('PRON')) return;
  }
  for (const clause of line.clauses) {
    if (!telling.has(clause.verb.lemma) || clause.verb.passive || clause.verb.negated) continue;
    if (clause === candidate.clause) continue;
    const speakers = actorsOf(clause.agents, line, story);
    const isOutside =
      speakers.length > 0 &&
      speakers.every((one) => isState(one) && !isSide(one, candidate, story.pair ?? []));
    if (isOutside) union(candidate.mediators, speakers);
  }
}

function isState({ id }: ActorRef): boolean {
  return (
    id !== undefined && (id.startsWith('country:') || id === 'org:un' || id === 'org:au' || id === 'org:eu')
  );
}

function add(candidate: Candidate, line: Line, actor: Pick<ActorMention, 'start' | 'end' | 'id'>): void {
  // "Turkish President Recep Tayyip Erdogan": with the office the person.
  const person = line.actors.find(({ start }) => start >= actor.end);
  const isOne =
    person?.kind === 'person' &&
    person.id === actor.id &&
    /^ (?:[\p{L}.-]{1,24} ){1,4}$/u.test(line.source.slice(actor.end, person.start));
  const range = { start: actor.start, end: isOne ? person.end : actor.end };
  union(candidate.mediators, [{ ...reference(line, range), id: actor.id }]);
}
