import { type ActorDescription, describeActor } from '../src/actors/describe-actor.ts';
import { fold } from '../src/names/fold.ts';
import { Share } from './rates.ts';
import { fileIn, readRows } from './read-rows.ts';

interface Row {
  text: string;
  query_date?: string | null;
  expect: { country?: string; cc?: string; code_1?: string; title?: string; wiki?: string };
}

/**
 * Phrases that name an actor, with the country (ISO 3166-1 alpha-3) and the role (CAMEO's) expected: right is a row of
 * which all that it expects is so. Rows that ask for the title of an encyclopedia article instead have a line of their own.
 */
function scoreActors(rows: readonly Row[], wrong?: (line: string) => void): string[] {
  const [all, coded, country, role] = [new Share(), new Share(), new Share(), new Share()];
  for (const { text, query_date, expect } of rows) {
    const got = describeActor(text, query_date ?? undefined);
    const nation = expect.country ?? expect.cc;
    const parts: boolean[] = [];
    if (nation !== undefined) parts.push((got.country ?? '') === nation);
    if (nation !== undefined) country.add(parts[0] === true);
    if (expect.code_1 !== undefined) {
      parts.push((got.role ?? '') === expect.code_1);
      role.add(parts.at(-1) === true);
    }
    if (parts.length > 0) coded.add(parts.every(Boolean));
    else parts.push(isTitle(got, expect.title ?? expect.wiki ?? ''));
    const right = parts.every(Boolean);
    all.add(right);
    if (!right) wrong?.(`${text}: ${JSON.stringify(got)}, expected ${JSON.stringify(expect)}`);
  }
  return [
    coded.line('country and role'),
    country.line('  country'),
    role.line('  role'),
    all.line('all rows, titles too'),
  ];
}

/** The scorecard of a folder that holds such rows. */
export function scoreActorsIn(folder: string): string[] {
  const file = fileIn(folder, 'dev.jsonl', 'test.jsonl');
  return file ? scoreActors(readRows<Row>(file)) : [];
}

/** No title is expected of somebody unknown. */
function isTitle({ name, id }: ActorDescription, title: string): boolean {
  return title === '' ? id === undefined : fold(name) === fold(title);
}

if (import.meta.main) {
  const [file, flag] = process.argv.slice(2);
  if (!file) throw new Error('Say which file: node packages/extraction/score/actors.ts FILE.jsonl [-v]');
  const wrong = flag === '-v' ? (line: string) => process.stdout.write(`${line}\n`) : undefined;
  process.stdout.write(`${scoreActors(readRows<Row>(file), wrong).join('\n')}\n`);
}
