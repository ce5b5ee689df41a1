import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';
import { readCsv } from './testing/read-csv.ts';

const texts = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom('"', ',', '\n', '\r\n', '=', '-', "'", 'word', ' '), { maxLength: 8 })
    .map((parts) => parts.join('')),
);

test('what is written can be read back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, texts, fc.integer()), { minLength: 1 }), (rows) => {
      const [header, ...read] = readCsv(toCsv(['a', 'b', 'c'], rows));
      expect(header).toEqual(['a', 'b', 'c']);
      const unguarded = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
      const asText = rows.map((row) => row.map((value) => unguarded(String(value))));
      expect(read.map((row) => row.map(unguarded))).toEqual(asText);
    }),
  );
});

test.each(['=1+1', '+44', '-1', '@cmd', '\tx'])('%j is no formula in a spreadsheet', (text) => {
  expect(readCsv(toCsv(['a'], [[text]]))[1]).toEqual([`'${text}`]);
});

test('numbers stay numbers and absent values stay empty', () => {
  expect(toCsv(['a', 'b', 'c'], [[-12.5, null, undefined]])).toBe('a,b,c\r\n-12.5,,\r\n');
});
