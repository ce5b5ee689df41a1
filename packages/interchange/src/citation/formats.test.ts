import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Citation } from './citation.ts';
import { citationFiles, plainCitation } from './formats.ts';

const citation = (more: Partial<Citation> = {}): Citation => ({
  about: ['Truce of 17 Oct 2020', 'Nagorno-Karabakh'],
  url: 'https://example.org/conflicts/nk/ceasefires/a?asKnownAt=2020-10-17T20:00Z',
  knownAt: '2020-10-17T20:00:00.000Z',
  versions: ['trucewatch-rules 0.3.0', 'trucewatch-status 0.2.0'],
  ...more,
});
const { bib, ris, json } = citationFiles;
const hostile = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '\\',
    '{',
    '}',
    '%',
    '#',
    '&',
    '_',
    '~',
    '^',
    '$',
    '\n',
    '\r',
    '\u2028',
    'Ş',
    '"',
  ),
});

test('every form says what, as known when, made by what, and where', () => {
  const forms = [
    plainCitation(citation()),
    bib.write(citation()),
    ris.write(citation()),
    json.write(citation()),
  ];
  for (const form of forms) {
    const plain = form.replaceAll('\\', '');
    expect(plain).toContain('Truce of 17 Oct 2020, Nagorno-Karabakh');
    expect(plain).toContain('2020-10-17 20:00 UTC');
    expect(plain).toContain('trucewatch-status 0.2.0');
    expect(plain).toContain('https://example.org/conflicts/nk/ceasefires/a?asKnownAt=2020-10-17T20:00Z');
  }
});

test('an article is cited with its original, as far as it is known', () => {
  const original = { title: 'Truce holds', source: 'Caucasus Wire', publishedAt: '2020-10-18' };
  expect(plainCitation(citation({ original }))).toContain(
    'Original: Truce holds. Caucasus Wire, 2020-10-18.',
  );
  expect(plainCitation(citation({ original: {} }))).not.toContain('Original');
});

test('no headline adds a field, a record or a command', () => {
  fc.assert(
    fc.property(hostile, hostile, (title, source) => {
      const told = citation({ about: [title], original: { title, source } });
      const fields = ris.write(told).split('\r\n');
      expect(fields.map((line) => line.slice(0, 6))).toEqual(
        ris
          .write(citation())
          .split('\r\n')
          .map((line) => line.slice(0, 6)),
      );
      expect(fields.join('')).not.toMatch(/[\n\r\u2028]/);
      expect(plainCitation(told)).not.toMatch(/[\n\r\u2028]/);
      expect(JSON.parse(json.write(told))).toHaveLength(1);
      // Every brace that is not escaped is closed again, and none before the end closes the entry.
      let depth = 0;
      const entry = bib
        .write(told)
        .trimEnd()
        .replaceAll(/\\[\\{}$&#%_]/g, '');
      for (const [index, mark] of [...entry].entries()) {
        if (mark === '{') depth++;
        if (mark === '}') depth--;
        expect(depth > 0 || index < entry.indexOf('{') || index === [...entry].length - 1).toBe(true);
      }
      expect(depth).toBe(0);
      expect(entry.match(/^ {2}\w+ = \{/gm)).toHaveLength(6);
    }),
  );
});
