import { eventsOf } from './extract-all.ts';
import { Rates, Share } from './rates.ts';
import { fileIn, readRows } from './read-rows.ts';

interface Row {
  id: string;
  date: string;
  text: string;
  has_key: boolean;
  relevant: boolean;
  templates: { optional: boolean; type: unknown; stage: unknown }[];
}

const incidents = ['ATTACK', 'BOMBING', 'KIDNAPPING'];
const answers = ['attack', 'clash', 'detention'];

/**
 * Incident documents of MUC-4 in which an attack, clash or detention is found, and irrelevant ones with none.
 * Incident: at least one template of the key that is not optional, of type ATTACK, BOMBING or KIDNAPPING, and not
 * merely threatened. Irrelevant: the key has no template for it (`relevant` false). Documents between the two
 * (optional templates only, arson, robbery, threats) are left out. Found: an event of those types with
 * reality `actual`. The keys leave out fighting between armies and incidents that are old news, so most of what is
 * found in irrelevant documents did happen: of 50 such documents drawn at random and read, 42 tell an attack, clash
 * or arrest as fact; of 40 others, read for 0.5.0, 33 do, 3 are doubtful and 4 are false.
 * Saying nothing of those would be wrong, so about half is the most that `silent` can reach.
 */
export function scoreMuc4(folder: string): string[] {
  const file = fileIn(folder, 'dev.jsonl', 'test.jsonl');
  if (!file) return [];
  const rates = new Rates();
  const [found, quiet] = [new Share(), new Share()];
  for (const row of readRows<Row>(file)) {
    const isIncident = row.templates.some(
      ({ optional, type, stage }) => !optional && names(type, incidents) && !names(stage, ['THREATENED']),
    );
    if (!row.has_key || (row.relevant && !isIncident)) continue;
    const isFound = eventsOf({ id: row.id, text: row.text, publishedAt: row.date }).some(
      (event) => answers.includes(event.type) && event.reality === 'actual',
    );
    (isIncident ? found : quiet).add(isIncident === isFound);
    if (isIncident) rates[isFound ? 'tp' : 'fn'] += 1;
    else if (isFound) rates.fp += 1;
  }
  return [found.line('incident found'), quiet.line('irrelevant, silent'), rates.line('incident documents')];
}

/** A slot of a key is a word, or a list of alternatives. */
function names(slot: unknown, wanted: readonly string[]): boolean {
  const text = typeof slot === 'string' ? slot : JSON.stringify(slot);
  return wanted.some((word) => text.includes(word));
}
