import { decode } from '../decode.ts';
import type { ReadPage } from '../page/read-page.ts';
import { Unreadable } from '../unreadable.ts';
import { articleValue, fieldOf } from './article-value.ts';
import { type Candidate, excerptLength } from './candidate.ts';
import { csvRows } from './csv.ts';
import { readLines } from './lines.ts';
import { zipMembers } from './zip.ts';

/** A file as it is handed in. */
export interface HandedFile {
  name: string;
  bytes: Uint8Array;
}

export interface FileReading {
  /** Reads a web page, on a thread with a time limit. */
  readPage(bytes: Uint8Array): Promise<ReadPage>;
}

export const fileKinds = [
  '.txt',
  '.html',
  '.htm',
  '.json',
  '.jsonl',
  '.ndjson',
  '.csv',
  '.tsv',
  '.zip',
] as const;

const kindOf = (name: string): string => /\.[a-z0-9]{1,10}$/i.exec(name)?.[0].toLowerCase() ?? '';

/**
 * The articles that a file holds, by the ending of its name: text and web pages are one article, the others as many as they
 * have objects, lines or rows; a zip holds any of them. Never throws: what cannot be read is a candidate that says why.
 */
export async function* readFile(file: HandedFile, reading: FileReading): AsyncGenerator<Candidate> {
  if (kindOf(file.name) !== '.zip') {
    yield* readPlain(file, file.name, reading);
    return;
  }
  let count = 0;
  for await (const member of zipMembers(file.bytes)) {
    count++;
    const place = member.name ? `${file.name}: ${member.name}` : file.name;
    if ('refused' in member) yield { place, refused: member.refused };
    else yield* readPlain(member, place, reading);
  }
  if (count === 0) yield { place: file.name, refused: 'The zip holds no files.' };
}

async function* readPlain(
  { name, bytes }: HandedFile,
  place: string,
  reading: FileReading,
): AsyncGenerator<Candidate> {
  if (bytes.length === 0) {
    yield { place, refused: 'The file is empty.' };
    return;
  }
  switch (kindOf(name)) {
    case '.txt':
      yield { place, article: { text: decode(bytes).text } };
      return;
    case '.html':
    case '.htm':
      yield await pageCandidate(bytes, place, reading);
      return;
    case '.json':
      yield* jsonCandidates(decode(bytes).text, place);
      return;
    case '.jsonl':
    case '.ndjson':
      yield* lineCandidates(bytes, place);
      return;
    case '.csv':
    case '.tsv':
      yield* csvCandidates(decode(bytes).text, place, kindOf(name) === '.tsv' ? '\t' : undefined);
      return;
    default:
      yield { place, refused: `Files of this kind are not read. These are: ${fileKinds.join(' ')}.` };
  }
}

async function pageCandidate(
  bytes: Uint8Array,
  place: string,
  { readPage }: FileReading,
): Promise<Candidate> {
  try {
    return { place, article: await readPage(bytes) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { place, refused: error.message, excerpt: decode(bytes.subarray(0, excerptLength)).text };
  }
}

async function* jsonCandidates(text: string, place: string): AsyncGenerator<Candidate> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    yield { place, refused: `It is not JSON: ${message(error)}.`, excerpt: text.slice(0, excerptLength) };
    return;
  }
  const list = Array.isArray(value) ? value : articlesIn(value);
  if (!list) yield await valueCandidate(value, place);
  else if (list.length === 0) yield { place, refused: 'The list of articles in it is empty.' };
  else for (const [index, each] of list.entries()) yield await valueCandidate(each, `${place}#${index + 1}`);
}

/** `{"articles": [ … ]}`, as many interfaces answer. */
function articlesIn(value: unknown): unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(
    ([name, each]) => /^(?:articles|items|documents|results)$/i.test(name) && Array.isArray(each),
  )?.[1] as unknown[] | undefined;
}

const lineRefusals = {
  line_too_long: 'The line is longer than 16 MB: split it into articles.',
  not_utf8: 'The line is not UTF-8: save the file with that encoding.',
};

/** Articles as JSON Lines, from bytes in memory or as they come. */
export async function* lineCandidates(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Candidate> {
  let count = 0;
  for await (const line of readLines(bytes instanceof Uint8Array ? parts(bytes) : bytes)) {
    count++;
    const place = `${name}:${line.number}`;
    if ('refused' in line) {
      yield { place, refused: lineRefusals[line.refused] };
      continue;
    }
    let value: unknown;
    try {
      value = JSON.parse(line.text.replace(/^\uFEFF/, ''));
    } catch (error) {
      yield {
        place,
        refused: `The line is not JSON: ${message(error)}.`,
        excerpt: line.text.slice(0, excerptLength),
      };
      continue;
    }
    yield await valueCandidate(value, place);
  }
  if (count === 0) yield { place: name, refused: 'The file holds no line.' };
}

async function* csvCandidates(
  text: string,
  place: string,
  separator: string | undefined,
): AsyncGenerator<Candidate> {
  const rows = csvRows(text, separator);
  const head = rows.next().value;
  const columns = head ? head.fields.map((name) => fieldOf(name.trim())) : [];
  if (!columns.includes('text')) {
    yield {
      place,
      refused:
        'The first row must name the columns, one of them “text”; others are title, publishedAt, source, url, language.',
      excerpt: text.slice(0, excerptLength),
    };
    return;
  }
  let count = 0;
  for (const row of rows) {
    count++;
    const at = `${place}:${row.line}`;
    const excerpt = row.fields.join(' ').slice(0, excerptLength);
    if (row.isBroken) yield { place: at, refused: 'A quotation mark in this row is never closed.', excerpt };
    else if (row.fields.length > columns.length)
      yield {
        place: at,
        refused: `The row has ${row.fields.length} columns and the first row ${columns.length}: put texts into quotation marks.`,
        excerpt,
      };
    else
      yield await valueCandidate(
        Object.fromEntries(
          columns
            .map((field, index) => [field ?? '', row.fields[index] ?? ''])
            .filter(([field]) => field !== ''),
        ),
        at,
      );
  }
  if (count === 0) yield { place, refused: 'The table has no row beneath its first.' };
}

async function valueCandidate(value: unknown, place: string): Promise<Candidate> {
  const read = await articleValue(value);
  return 'refused' in read
    ? { place, ...read, excerpt: JSON.stringify(value)?.slice(0, excerptLength) }
    : { place, ...read };
}

async function* parts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1_000_000) yield bytes.subarray(at, at + 1_000_000);
}

const message = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);
