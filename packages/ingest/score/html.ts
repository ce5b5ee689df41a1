import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import * as z from 'zod';
import type { HtmlDocument } from '../src/page/html-node.ts';
import { type ReadPage, readPage } from '../src/page/read-page.ts';
import { type StructuredData, structuredData } from '../src/page/structured-data.ts';
import { publicationTime } from '../src/published.ts';
import { type Agreement, agreement, meanF1 } from './four-grams.ts';

const Row = z.object({ url: z.string(), html: z.string(), article_body: z.string() });
const jsonLd = /<script[^>]{0,300}application\/ld\+json[\s\S]*?<\/script>/gi;

/**
 * Main text against the labelled bodies. The corpus labels no other field: title, byline, day, hour and publisher are read
 * from each page without its structured data and compared with what these data say.
 * @returns whether the target is met
 */
export async function scoreHtml(folder: string, showMisses: boolean): Promise<boolean> {
  const rows = readFileSync(join(folder, 'html/dev.jsonl'), 'utf8').trim().split('\n');
  const texts: Agreement[] = [];
  const fields = new Map<string, { right: number; of: number }>();
  const begun = process.cpuUsage();
  for (const line of rows) {
    const row = Row.parse(JSON.parse(line));
    const bytes = gunzipSync(readFileSync(join(folder, 'html/pages', row.html)));
    const page = await readPage(bytes, { address: row.url }).catch(() => null);
    const text = agreement(row.article_body, page?.text ?? '');
    texts.push(text);
    if (showMisses && ((text.precision ?? 0) < 0.9 || (text.recall ?? 0) < 0.9)) {
      console.log(`  ${rate(text.precision)} ${rate(text.recall)}  ${row.url}`);
    }
    await compareFields(bytes.toString('utf8'), row.url, (field, wanted, got, isRight) => {
      const tally = fields.get(field) ?? { right: 0, of: 0 };
      fields.set(field, { right: tally.right + Number(isRight), of: tally.of + 1 });
      if (showMisses && !isRight) console.log(`  ${field}: “${got ?? ''}” for “${wanted}”  ${row.url}`);
    });
  }
  const { user, system } = process.cpuUsage(begun);
  const { precision, recall, f1 } = meanF1(texts);
  console.log(
    `main text of ${rows.length} pages: 4-gram F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; target 0.950)`,
  );
  for (const [field, { right, of }] of fields)
    console.log(`${field}, without structured data: ${right} of ${of} as these say`);
  console.log(`${((user + system) / 1000 / rows.length / 2).toFixed(0)} ms of processor time a page`);
  return f1 >= 0.95;
}

const rate = (value: number | null): string => (value === null ? '  — ' : value.toFixed(2));
type Tell = (field: string, wanted: string, got: string | undefined, isRight: boolean) => void;

async function compareFields(html: string, url: string, tell: Tell): Promise<void> {
  const data = structuredData(parseHTML(html).document as unknown as HtmlDocument);
  if (!data) return;
  const page = await readPage(Buffer.from(html.replace(jsonLd, '')), { address: url }).catch(() => null);
  compare(data, page, tell);
}

function compare(data: StructuredData, page: ReadPage | null, tell: Tell): void {
  const plain = (text: string | null | undefined): string =>
    (text ?? '').toLowerCase().replace(/&\w+;|[^\p{L}\p{N}]+/gu, '');
  const same = (a: string | null | undefined, b: string | null | undefined): boolean => {
    const [one, other] = [plain(a), plain(b)];
    return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
  };
  const [author] = data.authors;
  const published = publicationTime(data.datePublished);
  const got = page?.publishedAt ?? undefined;
  if (data.headline) tell('title', data.headline, page?.title ?? undefined, same(data.headline, page?.title));
  if (author)
    tell(
      'byline',
      author,
      page?.byline,
      data.authors.some((name) => same(name, page?.byline)),
    );
  if (data.publisher)
    tell('publisher', data.publisher, page?.source ?? undefined, same(data.publisher, page?.source));
  if (!published) return;
  const utc = (time: string): string => new Date(time).toISOString();
  tell('day', published, got, got !== undefined && utc(published).slice(0, 10) === utc(got).slice(0, 10));
  if (published.length > 10) {
    const off = got && got.length > 10 ? Math.abs(Date.parse(published) - Date.parse(got)) : Infinity;
    tell('instant, to the minute', published, got, off <= 60_000);
  }
}
