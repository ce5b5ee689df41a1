import { type ActorRef, sameActor, union } from '../actors/actor-ref.ts';
import { pairNear } from '../actors/pair-near.ts';
import type { Candidate } from '../candidate.ts';
import type { Story } from '../story.ts';
import type { Refiner } from './refiner.ts';

/** Truce steps that two sides share. */
const shared = new Set([
  'agreed',
  'took_effect',
  'collapsed',
  'observed',
  'extended',
  'suspended',
  'expired',
]);

const political = new Set(['statement', 'threat', 'protest', 'sanction', 'aid', 'agreement']);

/** Names the parties of truces and fighting: from the words, from other events of the same truce, else the two sides at war. */
export const fillParties: Refiner = {
  name: 'fill-parties',
  refine: (candidates, story) => {
    const sides = sidesTold(candidates);
    for (const candidate of candidates) {
      if (candidate.type === 'ceasefire') completeTruce(candidate, sides, story);
      else if (candidate.type === 'attack' || candidate.type === 'capture') {
        if (candidate.type === 'attack') completeByPlace(candidate, story);
        completeViolation(candidate, story);
        if (candidate.type === 'capture') completeHandOver(candidate, story);
      } else if (candidate.type === 'clash' || candidate.type === 'talks' || candidate.type === 'exchange')
        completePair(candidate, story);
      candidate.parties = candidate.parties.filter(
        (party) => !candidate.mediators.some((mediator) => sameActor(mediator, party)),
      );
      // Rules of speech and politics have told a land's rebels from its president; elsewhere one identity is one side.
      if (!political.has(candidate.type))
        candidate.recipients = candidate.recipients.filter(
          (actor) => !candidate.initiators.some((agent) => sameActor(agent, actor)),
        );
    }
    for (const candidate of candidates) outsideSignatories(candidate, story);
    dateCollapse(candidates, story);
    return candidates;
  },
};

/** "Cambodian rockets hit a petrol station in Sisaket": of two states at war, the other one's town stands for it. */
function completeByPlace({ recipients, initiators, where, reality, line }: Candidate, story: Story): void {
  const code = where?.mention.place.countryCode;
  const pair = pairNear(line, story);
  if (!code || !pair || reality === 'hypothetical' || recipients.some(({ id }) => id !== undefined)) return;
  const owner = pair.find(({ id }) => id === `country:${code}`);
  const other = pair.find(({ id }) => id !== `country:${code}`);
  if (!owner || !other || initiators.length === 0) return;
  if (!initiators.every((actor) => sameActor(actor, other))) return;
  recipients.push({ ...owner, resolvedBy: 'pair-at-war: its place' });
}

/** The parties of each truce of the article, where one of its events names them. */
function sidesTold(candidates: readonly Candidate[]): Map<string, ActorRef[]> {
  const sides = new Map<string, ActorRef[]>();
  for (const { parties, ceasefireRefs, reality } of candidates)
    if (parties.length >= 2 && reality !== 'hypothetical')
      for (const ref of ceasefireRefs) if (!sides.has(ref)) sides.set(ref, [...parties]);
  return sides;
}

/** A state that signs a truce together with both sides at war is no side of it: it has brokered it. */
function outsideSignatories(candidate: Candidate, story: Story): void {
  const pair = pairNear(candidate.line, story);
  if (candidate.type !== 'ceasefire' || !pair) return;
  const isSide = (actor: ActorRef) => pair.some((side) => sameActor(side, actor));
  if (!pair.every((side) => candidate.parties.some((party) => sameActor(side, party)))) return;
  const outside = candidate.parties.filter((party) => !isSide(party) && party.id?.startsWith('country:'));
  union(candidate.mediators, outside);
  candidate.parties = candidate.parties.filter((party) => !outside.includes(party));
}

function completeTruce(candidate: Candidate, sides: ReadonlyMap<string, ActorRef[]>, story: Story): void {
  if (candidate.step === 'declared') {
    const byNobody = candidate.initiators.length === 0 && (candidate.clause?.agents.length ?? 0) === 0;
    if (byNobody || (candidate.initiators.length > 0 && isAnnounced(candidate, story))) {
      candidate.step = 'agreed';
      union(
        candidate.mediators,
        candidate.initiators.filter((actor) => actor.id !== undefined),
      );
      candidate.initiators = [];
    } else if (candidate.initiators.length > 1) {
      candidate.step = 'agreed';
      union(candidate.parties, candidate.initiators);
      candidate.initiators = [];
    }
  }
  const { step } = candidate;
  if (step === 'violated' || step === 'terminated' || step === 'suspended')
    completeViolation(candidate, story);
  if (step === 'proposed' || step === 'rejected') completeOffer(candidate, story);
  if (step === 'suspended' && candidate.initiators.length > 0) return;
  if (candidate.step === 'called_for') completeCall(candidate, story);
  if (!candidate.step || !shared.has(candidate.step)) return;
  candidate.parties = candidate.parties.filter((party) => party.id !== undefined || story.pair === null);
  if (candidate.step === 'observed') {
    if (candidate.parties.length === 1) {
      candidate.initiators = candidate.parties;
      candidate.parties = [];
    }
    if (candidate.initiators.length > 0) return;
  }
  if (candidate.parties.length >= 2) return;
  const known = candidate.ceasefireRefs.map((ref) => sides.get(ref)).find((parties) => parties !== undefined);
  union(candidate.parties, known ?? pairOf(candidate, story));
}

const oneSided = /\b(?:unilateral(?:ly)?|its (?:own )?forces|one-sided)\b/iu;

/** A state or a body outside the war announces the truce of others; whoever orders or decrees one keeps it himself. */
function isAnnounced(candidate: Candidate, story: Story): boolean {
  const { clause, initiators, line } = candidate;
  if (!story.pair || oneSided.test(line.source.slice(line.start, line.end))) return false;
  if (!clause || !/^(?:announce|declare|proclaim|unveil)$/u.test(clause.verb.lemma)) return false;
  return initiators.every(
    (actor) =>
      actor.id !== undefined &&
      !actor.id.startsWith('group:') &&
      !pairNear(candidate.line, story)?.some((side) => sameActor(side, actor)),
  );
}

/** A third party that calls for a truce calls on the two at war. */
function completeCall(candidate: Candidate, story: Story): void {
  const fromOutside = !candidate.initiators.some((actor) =>
    pairNear(candidate.line, story)?.some((side) => sameActor(side, actor)),
  );
  if (candidate.recipients.length === 0 && candidate.initiators.length > 0 && fromOutside)
    union(candidate.recipients, pairOf(candidate, story));
}

/** Of two at war, the one offers to the other and turns down the other; somebody outside offers to both. */
function completeOffer(candidate: Candidate, story: Story): void {
  const isSide = candidate.initiators.some((actor) =>
    pairNear(candidate.line, story)?.some((side) => sameActor(side, actor)),
  );
  if (isSide) completeViolation(candidate, story);
  else if (candidate.step === 'proposed') completeCall(candidate, story);
}

function pairOf({ line }: Candidate, story: Story): ActorRef[] {
  return (pairNear(line, story) ?? []).map((side) => ({
    ...side,
    resolvedBy: side.resolvedBy ?? 'pair-at-war',
  }));
}

/** Of two at war, who is attacked or wronged by the one is the other. */
function completeViolation(candidate: Candidate, story: Story): void {
  const accused = candidate.initiators[0];
  // Where people are named who were hit, nobody says that they stood for a side.
  const pair = pairNear(candidate.line, story);
  if (!accused || !pair || candidate.victims.length > 0) return;
  if (candidate.recipients.some(({ id }) => id !== undefined)) return;
  const other = pair.find((side) => !sameActor(side, accused));
  if (other && pair.some((side) => sameActor(side, accused)))
    candidate.recipients = [...candidate.recipients, { ...other, resolvedBy: 'pair-at-war' }];
}

/** Of two at war, what the one gives up or loses the other gains. */
function completeHandOver(candidate: Candidate, story: Story): void {
  const [loser] = candidate.recipients;
  const pair = pairNear(candidate.line, story);
  if (!loser || candidate.recipients.length > 1 || candidate.initiators.length > 0 || !pair) return;
  const gainer = pair.find((side) => !sameActor(side, loser));
  if (gainer && pair.some((side) => sameActor(side, loser)))
    candidate.initiators = [{ ...gainer, resolvedBy: 'pair-at-war' }];
}

function completePair(candidate: Candidate, story: Story): void {
  const pair = pairNear(candidate.line, story);
  if (candidate.parties.length >= 2 || !pair) return;
  if (candidate.reality === 'historical' && candidate.parties.length === 0) return;
  const [one] = candidate.parties;
  if (one && !pair.some((side) => sameActor(side, one))) return;
  if (candidate.type === 'talks' && candidate.parties.length === 1) return;
  union(candidate.parties, pairOf(candidate, story));
}

/** A truce reported as collapsed without a date: it was after it was agreed and before what followed it in the sentence. */
function dateCollapse(candidates: readonly Candidate[], story: Story): void {
  const truces = candidates.filter(({ step }) => step === 'agreed');
  const byLine = Map.groupBy(truces, ({ line }) => line);
  for (const candidate of candidates) {
    if (candidate.step !== 'collapsed' || !story.document.publishedAt) continue;
    const { line } = candidate;
    const main = byLine.get(line)?.find((other) => other.when && other.start < candidate.start);
    const after = /\bafter\b/iu.test(line.source.slice(main?.end ?? candidate.start, candidate.end));
    const own = candidate.when;
    const inherited = own && main?.when && own.start === main.when.start;
    if (!main?.when || !after || (own && !inherited)) continue;
    const agreed = truces.find(
      (other) =>
        other !== main &&
        other.when &&
        other.ceasefireRefs.some((ref) => candidate.ceasefireRefs.includes(ref)),
    );
    const earliest = agreed?.when?.earliest ?? main.when.earliest - 8 * 86_400_000;
    candidate.when = {
      ...main.when,
      earliest: Math.min(earliest, main.when.earliest - 1),
      latest: main.when.earliest - 1,
      level: 'week',
      basis: 'derived',
      rule: 'before-what-followed',
    };
  }
}
