import { longestText } from '@trucewatch/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress } from './address.ts';
import { fingerprint } from './fingerprint.ts';
import { PasteRefused, readPaste } from './read-paste.ts';

const english = 'Both governments said on Saturday that the guns would fall silent at midnight, local time.';

function problemsOf(input: unknown): Record<string, string> {
  try {
    readPaste(input as Parameters<typeof readPaste>[0]);
  } catch (error) {
    if (error instanceof PasteRefused) {
      return Object.fromEntries(error.problems.map(({ field, message }) => [field, message]));
    }
    throw error;
  }
  return {};
}

describe('what was pasted', () => {
  test('keeps words and paragraphs and loses what nobody sees', () => {
    const { text } = readPaste({
      text: '\uFEFF  First line  \r\nsecond\u00AD line\u0000\r\r\r\n\n“Third.”\t \n',
    });
    expect(text).toBe('First line\nsecond line\n\n“Third.”');
  });

  test('fields left empty are absent, and a headline is one line', () => {
    const read = readPaste({
      text: english,
      title: ' Truce\n agreed ',
      source: '  ',
      url: '',
      publishedAt: '',
    });
    expect(read).toMatchObject({
      title: 'Truce agreed',
      source: undefined,
      url: undefined,
      publishedAt: undefined,
    });
  });

  test('another language is kept and marked', () => {
    expect(readPaste({ text: english }).language).toBe('en');
    expect(
      readPaste({ text: 'Стороны договорились о прекращении огня с полуночи, сообщили министры.' }).language,
    ).toBe('ru');
    expect(readPaste({ text: english, language: 'en-GB' }).language).toBe('en-GB');
  });

  test('a few names are no other language', () => {
    expect(readPaste({ text: 'Ceasefire in Sudan' })).toMatchObject({
      language: undefined,
      unread: undefined,
    });
  });

  test('a text without letters has no language', () => {
    expect(readPaste({ text: '12 34' }).language).toBeUndefined();
  });
});

describe('what cannot be taken says what to write', () => {
  test.each([
    [{ text: ' \n ' }, 'text', /paste the words/],
    [{}, 'text', /paste the words/],
    [{ text: 'x'.repeat(longestText + 1) }, 'text', /split it/],
    [{ text: english, publishedAt: 'last Saturday' }, 'publishedAt', /2020-10-17T22:30:00Z/],
    [{ text: english, publishedAt: '2020-02-30' }, 'publishedAt', /2020-10-17/],
    [
      { text: english, publishedAt: '2020-10-17T22:30' },
      'publishedAt',
      /no offset.*2020-10-17T22:30Z.*\+04:00/,
    ],
    [{ text: english, url: 'javascript:alert(1)' }, 'url', /https:\/\//],
    [{ text: english, url: 'news.example/truce' }, 'url', /https:\/\//],
    [{ text: english, title: 'x'.repeat(2_001) }, 'title', /longer than 2000/],
  ])('%#', (input, field, message) => {
    expect(problemsOf(input)[field]).toMatch(message);
  });

  test('every problem is named at once', () => {
    expect(Object.keys(problemsOf({ text: '', url: 'x', publishedAt: 'x' }))).toEqual([
      'text',
      'publishedAt',
      'url',
    ]);
  });

  test.each([
    ['2020-10-17', '2020-10-17'],
    ['2020-10-17T22:30:00Z', '2020-10-17T22:30:00Z'],
    ['2020-10-18T02:30+04:00', '2020-10-18T02:30:00+04:00'],
  ])('%s is a time', (publishedAt, kept) => {
    expect(readPaste({ text: english, publishedAt }).publishedAt).toBe(kept);
  });
});

test.each([
  ['HTTPS://News.Example:443/Truce?id=7&utm_source=x&fbclid=y#top', 'https://news.example/Truce?id=7'],
  ['http://user:secret@news.example/?utm_medium=x', 'http://news.example/'],
  ['https://news.example/a?', 'https://news.example/a'],
])('%s has one spelling', (given, expected) => {
  expect(canonicalAddress(given)).toBe(expected);
});

const pieces = fc.constantFrom(
  'truce',
  'A',
  'é',
  'é',
  '\r',
  '\n',
  '\r\n',
  ' ',
  '\t',
  '\u00A0',
  '\u0000',
  '\uFEFF',
);
const texts = fc.oneof(
  fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 })
    .map((parts) => `x${parts.join('')}`),
  fc.string({ minLength: 1 }).map((text) => `x${text}`),
);

describe('laws', () => {
  test('reading twice is reading once', () => {
    fc.assert(
      fc.property(
        texts,
        texts,
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        (text, title, url) => {
          const once = readPaste({ text, title, url, publishedAt: '2020-10-17' });
          expect(readPaste(once)).toEqual(once);
        },
      ),
    );
  });

  test('the fingerprint does not see whitespace, line endings or how accents are composed', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(' ', '\n', '\r\n', '\t\t', ' \n \n'), (text, gap) => {
        const wrapped = text.toWellFormed().normalize('NFD').replace(/\s+/g, gap);
        expect(fingerprint(`${gap}${wrapped}${gap}`)).toBe(fingerprint(text));
      }),
    );
  });

  test('the fingerprint sees every word and its case', () => {
    expect(fingerprint('No truce')).not.toBe(fingerprint('no truce'));
    expect(fingerprint('a b')).not.toBe(fingerprint('ab'));
  });

  test('runs of a million spaces and line breaks are read, and come out as one paragraph break', () => {
    const { text } = readPaste({ text: `x${' '.repeat(900_000)}${'\n'.repeat(900_000)}y` });
    expect(text).toBe('x\n\ny');
  });
});
