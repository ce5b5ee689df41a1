import { readFileSync } from 'node:fs';
import type { Event } from '@trucewatch/schema';
import { eventsOf } from './extract-all.ts';
import { type ActorPhrase, codesOfName, readActorPhrases } from './petrarch-actors.ts';
import { Share } from './rates.ts';
import { fileIn, readRows } from './read-rows.ts';

interface Row {
  id: string;
  date: string;
  sentence: string;
  expected: { source: string; target: string }[];
}

const sources = ['initiator', 'party'];
const targets = ['recipient', 'victim', 'party'];

/**
 * Who does it to whom in constructed sentences with Tolkien's names. A labelled pair is found when one event names
 * both sides, in whichever roles; it is the right way round when the source is initiator or party and the target
 * recipient, victim or party. Names are resolved with the corpus's own dictionary, by the first three letters of a
 * code (the land, not the office). Pairs with a side that is not in the sentence's dictionary (`---`) are left out.
 */
export function scorePetrarchUnit(folder: string): string[] {
  const file = fileIn(folder, 'dev.jsonl', 'test.jsonl');
  const dictionary = fileIn(folder, 'PETR.Validate.actors.txt');
  if (!file || !dictionary) return [];
  const phrases = readActorPhrases(readFileSync(dictionary, 'utf8'));
  const [found, turned, silent] = [new Share(), new Share(), new Share()];
  for (const row of readRows<Row>(file)) {
    const events = eventsOf({ id: row.id, text: row.sentence.replaceAll('_', ' '), publishedAt: row.date });
    if (row.expected.length === 0) silent.add(events.length === 0);
    for (const pair of row.expected) {
      const [source, target] = [pair.source.slice(0, 3), pair.target.slice(0, 3)];
      if (!isLand(source) || !isLand(target)) continue;
      const both = events.filter(
        (event) => names(event, undefined, source, phrases) && names(event, undefined, target, phrases),
      );
      found.add(both.length > 0);
      if (both.length === 0) continue;
      turned.add(
        both.some(
          (event) => names(event, sources, source, phrases) && names(event, targets, target, phrases),
        ),
      );
    }
  }
  return [turned.line('right way round'), found.line('pairs found'), silent.line('silent where due')];
}

function isLand(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

/** Whether an event names an actor with a code, in one of the roles or in any. */
function names(
  event: Event,
  roles: readonly string[] | undefined,
  code: string,
  phrases: readonly ActorPhrase[],
): boolean {
  return event.actors.some(
    (actor) =>
      (roles === undefined || roles.includes(actor.role)) &&
      [actor.name, actor.mention.quote].some((name) =>
        codesOfName(name, phrases).some((found) => found.startsWith(code)),
      ),
  );
}
