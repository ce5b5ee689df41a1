import { type ActorRef, sameActor } from '../actors/actor-ref.ts';
import type { Candidate } from '../candidate.ts';
import { isNews, take } from '../ceasefires/take-mediators.ts';
import type { Line } from '../document.ts';
import type { Refiner } from './refiner.ts';

/** Names the mediators of what belongs together: steps of a truce in one sentence, talks and what came of them. */
export const shareMediators: Refiner = {
  name: 'share-mediators',
  refine: (candidates) => {
    shareInSentence(candidates);
    shareWithTalks(candidates);
    return candidates;
  },
};

/** "A US-brokered truce frayed after it took effect": what one sentence tells of one truce has the same broker. */
function shareInSentence(candidates: readonly Candidate[]): void {
  const truces = candidates.filter(({ type }) => type === 'ceasefire');
  for (const [line, beside] of Map.groupBy(truces, (candidate) => candidate.line)) {
    const from = beside.find(
      (one) =>
        (one.nominal || one.clause?.verb.form === 'participle' || one.step === 'collapsed') &&
        one.mediators.some((actor) => isOf(actor, line)),
    );
    if (!from) continue;
    for (const to of beside)
      if (
        to.mediators.length === 0 &&
        sharing.has(to.step ?? '') &&
        to.ceasefireRefs.some((ref) => from.ceasefireRefs.includes(ref))
      )
        to.mediators = from.mediators.filter((actor) => !to.parties.some((party) => sameActor(party, actor)));
  }
}

function isOf(actor: ActorRef, line: Line): boolean {
  return actor.part === line.part && actor.start >= line.start && actor.start < line.end;
}

const sharing: ReadonlySet<string> = new Set(['agreed', 'took_effect', 'collapsed']);

/** Talks and the truce that came of them, told within two sentences of one another, have one mediator. */
function shareWithTalks(candidates: readonly Candidate[]): void {
  const near = (one: Candidate, other: Candidate) =>
    one.line.part === other.line.part && Math.abs(one.line.index - other.line.index) <= 2;
  const talks = candidates
    .filter(({ type, reality }) => type === 'talks' && reality === 'actual')
    .slice(0, lookAt);
  const deals = candidates
    .filter((one) => (isNews(one) || one.type === 'agreement') && one.reality === 'actual')
    .slice(0, lookAt);
  for (const talk of talks)
    for (const deal of deals) {
      if (!near(talk, deal) || !shareSides(talk, deal)) continue;
      if (talk.mediators.length === 0) take(talk, deal.mediators);
      else if (deal.mediators.length === 0) take(deal, talk.mediators);
    }
}

/** So many talks and deals are compared: an article has fewer, and a hostile text costs no more. */
const lookAt = 50;

function shareSides(talk: Candidate, deal: Candidate): boolean {
  const sides = talk.parties.filter((party) => deal.parties.some((other) => sameActor(party, other)));
  if (talk.parties.length === 1 || deal.parties.length === 1) return false;
  return talk.parties.length === 0 || deal.parties.length === 0 || sides.length >= 2;
}
