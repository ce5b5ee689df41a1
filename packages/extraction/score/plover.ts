import type { Event, Span } from '@trucewatch/schema';
import { eventsOf } from './extract-all.ts';
import { entry, Share } from './rates.ts';
import { fileIn, readRows } from './read-rows.ts';
import { sameName } from './same-name.ts';

interface Row {
  id: string;
  date: string;
  sentence: string;
  event: string;
  eventText: string;
  source: { actorText?: string }[];
  target: { actorText?: string }[];
}

/** The labels are of PLOVER's first draft with 18 categories; PLOVER 2.0 has 16. */
const renamed: Readonly<Record<string, string>> = {
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  INVESTIGATE: 'ACCUSE',
  FIGHT: 'ASSAULT',
};

/**
 * The PLOVER category of single sentences. Each sentence has one labelled event and `eventText`, its words.
 * - main: of the events found, the one whose type rests on the most words of `eventText` (first one on a tie) has the category.
 * - any, first, surest: some event has it; the first in the text has it; the one with the highest confidence has it.
 * - source, target: each labelled name that the main event has in a role of that side; a two-sided event's parties are on both.
 * A sentence without an event is wrong in each.
 */
export function scorePlover(folder: string): string[] {
  const file = fileIn(folder, 'dev.jsonl', 'test.jsonl');
  if (!file) return [];
  const names = ['main', 'any', 'first', 'surest', 'some event found', 'source', 'target'] as const;
  const shares = Object.fromEntries(names.map((name) => [name, new Share()]));
  const byCategory = new Map<string, Share>();
  for (const row of readRows<Row>(file)) {
    const events = eventsOf({ id: row.id, text: row.sentence, publishedAt: row.date });
    const wanted = renamed[row.event] ?? row.event;
    const has = (event: Event | undefined) => event?.codes.plover === wanted;
    const main = mainEvent(events, row);
    shares.main?.add(has(main));
    shares.any?.add(events.some(has));
    shares.first?.add(has(events.toSorted((a, b) => startOf(a) - startOf(b))[0]));
    shares.surest?.add(has(events.toSorted((a, b) => b.confidence - a.confidence)[0]));
    shares['some event found']?.add(events.length > 0);
    for (const side of ['source', 'target'] as const)
      for (const { actorText } of row[side])
        if (actorText) shares[side]?.add(hasActor(main, rolesOf[side], actorText));
    entry(byCategory, wanted, () => new Share()).add(has(main));
  }
  const categories = [...byCategory].sort(([a], [b]) => a.localeCompare(b));
  return [
    ...names.map((name) => shares[name]?.line(name) ?? ''),
    `  main by category: ${categories.map(([name, { right, all }]) => `${name} ${right}/${all}`).join(', ')}`,
  ];
}

const rolesOf = {
  source: ['initiator', 'party'],
  target: ['recipient', 'victim', 'party'],
} as const satisfies Record<string, readonly string[]>;

function hasActor(event: Event | undefined, roles: readonly string[], name: string): boolean {
  return !!event?.actors.some((actor) => roles.includes(actor.role) && sameName(name, actor.name));
}

function mainEvent(events: readonly Event[], row: Row): Event | undefined {
  const wanted = wordsOf(row.eventText);
  const shared = (event: Event) =>
    wordsOf(
      sayingSpans(event)
        .map((span) => span.quote)
        .join(' '),
    ).filter((word) => wanted.includes(word)).length;
  return events.toSorted((a, b) => shared(b) - shared(a) || startOf(a) - startOf(b))[0];
}

/** The words that an event's type rests on; its whole quotes where it does not say. */
function sayingSpans(event: Event): Span[] {
  const proofs = (event.proof ?? []).flatMap(({ field, span }) => (field === 'type' && span ? span : []));
  return proofs.length > 0 ? proofs : event.evidence;
}

function startOf(event: Event): number {
  return sayingSpans(event)[0]?.start ?? 0;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
}
