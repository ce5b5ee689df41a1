import type { Event, Moment } from '@trucewatch/schema';
import type { GoldEvent } from './karabakh-gold.ts';
import { entry, Share } from './rates.ts';
import { sameName } from './same-name.ts';

const dayInMs = 86_400_000;
const meetings = ['clash', 'talks', 'agreement', 'exchange'];
const twoSidedSteps = ['agreed', 'took_effect', 'collapsed', 'observed', 'proposed'];
const rolesOf = {
  parties: ['party', 'initiator', 'recipient', 'mediator', 'victim'],
  initiators: ['initiator', 'party'],
  recipients: ['recipient', 'victim', 'party'],
  mediators: ['mediator'],
} as const satisfies Record<string, readonly string[]>;

/** Compares the fields of a matched event with its label, as `events.py` does. */
export function scoreSlots(gold: GoldEvent, found: Event, slots: Map<string, Share>): void {
  const add = (name: string, isRight: boolean) => entry(slots, name, () => new Share()).add(isRight);
  scoreActors(gold, found, add);
  scoreTimes(gold, found, add);
  const singles = (['killed', 'wounded'] as const).flatMap((of) =>
    gold[of] ? [{ of: of as string, low: gold[of].low }] : [],
  );
  for (const { of, low } of [...gold.counts, ...singles]) {
    if (low === null) continue;
    add(
      'count',
      found.casualties.some((count) => count.of === of && Math.abs((count.low || -9) - low) <= 1),
    );
  }
  if (gold.claimedBy.length > 0)
    add(
      'claimedBy',
      gold.claimedBy.some((name) => found.claims.some((claim) => sameName(name, claim.by))),
    );
  if (gold.place) add('place', found.where !== null && sameName(gold.place, found.where.name));
}

type Add = (name: string, isRight: boolean) => void;

function scoreActors(gold: GoldEvent, found: Event, add: Add): void {
  const hasParties = meetings.includes(gold.type) || twoSidedSteps.includes(gold.step ?? '');
  for (const who of Object.keys(rolesOf) as (keyof typeof rolesOf)[]) {
    if (who === 'parties' && !hasParties) continue;
    const roles: readonly string[] = rolesOf[who];
    const named = found.actors.filter((actor) => roles.includes(actor.role));
    for (const name of gold[who])
      add(
        `actor:${who}`,
        named.some((actor) => sameName(name, actor.name)),
      );
  }
}

function scoreTimes(gold: GoldEvent, found: Event, add: Add): void {
  for (const field of ['when', 'effectiveAt'] as const) {
    const label = gold[field];
    if (!label?.earliest) continue;
    const from = label.earliest.slice(0, 10);
    const to = (label.latest ?? label.earliest).slice(0, 10);
    // A wide label rests on outside knowledge.
    if (daysBetween(from, to) > 2) continue;
    const moment = found[field];
    add(`given:${field}`, moment !== null);
    if (moment) add(`time:${field}`, meets(moment, from, to));
  }
}

/** The time that was found meets the label's days and is no wider than a week. */
function meets(moment: Moment, from: string, to: string): boolean {
  const [earliest, latest] = [moment.earliest.slice(0, 10), moment.latest.slice(0, 10)];
  return earliest <= to && latest >= from && daysBetween(earliest, latest) <= 7;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayInMs;
}
