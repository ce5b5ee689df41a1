import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../page/read-page.ts';
import type { Candidate } from './candidate.ts';
import { csvRows } from './csv.ts';
import { readFile } from './read-file.ts';
import { zipMembers } from './zip.ts';
import { zipped } from './zipped.ts';

const sentence = 'Both armies said on Saturday that the guns along the river had fallen silent at midnight.';
const html = `<html><body><h1>Quiet night</h1><article><p>${sentence}</p><p>${sentence} Nobody was hurt, doctors in the lower town said.</p></article></body></html>`;

async function read(name: string, content: string | Uint8Array): Promise<Candidate[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const candidates: Candidate[] = [];
  for await (const candidate of readFile({ name, bytes }, { readPage })) candidates.push(candidate);
  return candidates;
}
const said = (candidate: Candidate | undefined): string | undefined =>
  candidate &&
  ('refused' in candidate
    ? candidate.refused
    : 'article' in candidate
      ? candidate.article.text
      : candidate.withdraws.origin);

describe('each kind of file', () => {
  test('a text is one article, whatever its encoding', async () => {
    expect(said((await read('a.txt', sentence))[0])).toBe(sentence);
    expect(said((await read('a.TXT', Buffer.from('Perem\xedria', 'latin1')))[0])).toBe('Peremíria');
  });

  test('a page is one article', async () => {
    const [page] = await read('saved.html', html);
    expect(page).toMatchObject({ place: 'saved.html', article: { title: 'Quiet night' } });
  });

  test('JSON: one article, a list, or a list within', async () => {
    const article = {
      headline: 'Quiet',
      body: sentence,
      published_at: '2021-03-06',
      link: 'https://x.example/1',
      extra: 1,
    };
    const expected = {
      title: 'Quiet',
      text: sentence,
      publishedAt: '2021-03-06',
      url: 'https://x.example/1',
    };
    expect(await read('a.json', JSON.stringify(article))).toEqual([{ place: 'a.json', article: expected }]);
    expect(await read('a.json', JSON.stringify({ articles: [article, 7] }))).toMatchObject([
      { place: 'a.json#1', article: expected },
      { place: 'a.json#2', refused: expect.stringMatching(/no article/) },
    ]);
  });

  test('JSON Lines: each line has its place, and a bad one its reason', async () => {
    const lines = [`{"text":"${sentence}"}`, 'no json', '', '{"title":"without text"}'].join('\n');
    const candidates = await read('day.jsonl', lines);
    expect(candidates.map(({ place }) => place)).toEqual(['day.jsonl:1', 'day.jsonl:2', 'day.jsonl:4']);
    expect(said(candidates[1])).toMatch(/not JSON/);
    expect(candidates[2]).toMatchObject({
      refused: expect.stringMatching(/name the field “text”/),
      excerpt: '{"title":"without text"}',
    });
  });

  test('tables: columns by their names, line breaks in quotes, semicolons', async () => {
    const table = `Headline;Text;Date;Note\r\n"Quiet; at last";"First line.\nSecond ""line"".";2021-03-06;x\r\n;;;\r\nToo;many;columns;in;it\r\n`;
    const candidates = await read('week.csv', table);
    expect(candidates[0]).toEqual({
      place: 'week.csv:2',
      article: { title: 'Quiet; at last', text: 'First line.\nSecond "line".', publishedAt: '2021-03-06' },
    });
    expect(candidates[1]).toMatchObject({ place: 'week.csv:5', refused: expect.stringMatching(/5 columns/) });
    expect(said((await read('week.csv', 'a,b\n1,2'))[0])).toMatch(/“text”/);
    expect(said((await read('week.csv', 'text\n"never closed'))[0])).toMatch(/never closed/);
  });

  test('a zip holds any of them; a zip in it is refused', async () => {
    const zip = zipped({
      'day 1/a.txt': sentence,
      '__MACOSX/._a.txt': 'x',
      'b.jsonl': `{"text":"B"}\n{`,
      'inner.zip': 'PK',
      'photo.jpg': 'x',
    });
    const candidates = await read('week.zip', zip);
    expect(candidates.map(({ place }) => place)).toEqual([
      'week.zip: day 1/a.txt',
      'week.zip: b.jsonl:1',
      'week.zip: b.jsonl:2',
      'week.zip: inner.zip',
      'week.zip: photo.jpg',
    ]);
    expect(said(candidates[3])).toMatch(/unpack it first/);
    expect(said(candidates[4])).toMatch(/\.jsonl/);
  });

  test.each([
    ['empty.txt', '', /empty/],
    ['book.pdf', 'x', /not read/],
    ['no-ending', 'x', /not read/],
    ['bad.zip', 'no zip', /no zip file/],
    ['a.json', '[]', /list.*empty/],
    ['a.html', '<p>Hi</p>', /Paste the words/],
  ])('%s of “%s” says why', async (name, content, reason) => {
    expect(said((await read(name, content))[0])).toMatch(reason);
  });
});

describe('news agencies’ items (IPTC ninjs)', () => {
  const item = {
    uri: 'urn:meridian:77',
    pubstatus: 'usable',
    versioncreated: '2021-03-06T19:40:00Z',
    headline: 'Quiet night',
    body_html: `<p>${sentence}</p><p>More.</p>`,
    byline: 'Ines Varga',
    language: 'en',
  };

  test('an item is an article that its agency knows by its uri', async () => {
    expect(await read('item.json', JSON.stringify(item))).toEqual([
      {
        place: 'item.json',
        article: expect.objectContaining({
          text: `${sentence}\n\nMore.`,
          title: 'Quiet night',
          publishedAt: '2021-03-06T19:40:00Z',
          origin: 'urn:meridian:77',
          byline: 'Ines Varga',
        }),
      },
    ]);
  });

  test('version 3 has its words in lists', async () => {
    const { body_html: value, headline, ...rest } = item;
    const third = {
      ...rest,
      headlines: [{ role: 'main', value: headline }],
      bodies: [{ contenttype: 'text/html', value }],
    };
    expect(await read('item.json', JSON.stringify(third))).toMatchObject([
      { article: { title: 'Quiet night', text: `${sentence}\n\nMore.` } },
    ]);
  });

  test('a canceled item takes its article back, a withheld one is not read', async () => {
    const lines = [
      { ...item, pubstatus: 'canceled', ednote: 'KILL: the talks were not held.' },
      { ...item, pubstatus: 'withheld' },
    ];
    expect(await read('wire.jsonl', lines.map((each) => JSON.stringify(each)).join('\n'))).toMatchObject([
      {
        withdraws: {
          origin: 'urn:meridian:77',
          at: '2021-03-06T19:40:00Z',
          reason: 'KILL: the talks were not held.',
        },
      },
      { refused: expect.stringMatching(/withheld/) },
    ]);
  });
});

describe('bombs', () => {
  const limits = { entries: 2, entry: 3_000_000, total: 4_000_000, ratio: 200 };
  const members = async (files: Record<string, string | Uint8Array>) => {
    const all = [];
    for await (const member of zipMembers(zipped(files), limits))
      all.push('refused' in member ? member.refused : member.name);
    return all;
  };

  test('too many, too large, packed too well, too much in all', async () => {
    expect((await members({ a: '1', b: '2', c: '3', d: '4' })).at(-1)).toMatch(/more than 2 files/);
    expect(await members({ big: new Uint8Array(3_000_001) })).toEqual([
      expect.stringMatching(/larger than 3 MB/),
    ]);
    expect(await members({ bomb: new Uint8Array(2_000_000) })).toEqual([expect.stringMatching(/200 times/)]);
  });

  test('sizes that lie', async () => {
    const zip = zipped({ 'a.txt': 'x'.repeat(50_000) });
    // The size said, in the directory at the end: where the entry's name stands, 22 bytes before.
    const directory = Buffer.from(zip).lastIndexOf('a.txt') - 46;
    Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength).writeUInt32LE(10, directory + 24);
    const all = [];
    for await (const member of zipMembers(zip)) all.push('refused' in member ? member.refused : member.name);
    expect(all).toEqual([expect.stringMatching(/damaged/)]);
  });
});

describe('laws', () => {
  test('what was written as a table is read back', () => {
    const field = fc.string({ maxLength: 12 }).filter((text) => !/^\s*$/.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const text = rows
            .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          expect([...csvRows(text, ',')].map(({ fields }) => fields)).toEqual(rows);
        },
      ),
    );
  });

  test('whatever comes in gives candidates, each with its place', async () => {
    const names = fc.constantFrom('a.txt', 'a.json', 'a.jsonl', 'a.csv', 'a.tsv', 'a.zip', 'a.exe');
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"text":',
      '"',
      '\n',
      ',',
      'PK\u0003\u0004',
      'text',
      '\0',
      '{"uri":"u","pubstatus":"usable"}',
    );
    const content = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(names, content, async (name, text) => {
        const candidates = await read(name, text);
        expect(candidates.length).toBeGreaterThan(0);
        for (const { place } of candidates) expect(place.startsWith(name)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
