import { expect, it } from 'vitest';
import { paragraphs, segments } from './segments.ts';
import { textTokens } from './text-tokens.ts';

const text = 'One two three.\nFour.';
const cut = paragraphs(
  segments(text, [
    { start: 4, end: 7, eventId: 'b' },
    { start: 4, end: 20, eventId: 'a' },
  ]),
);

it('puts an anchor before the first words of an event and its number after the last', () => {
  const [one, two] = textTokens(cut, ['a', 'b']);
  expect(one?.map(({ key }) => key)).toEqual([
    'text-0',
    'anchor-b',
    'anchor-a',
    'mark-4',
    'number-b',
    'mark-7',
  ]);
  expect(two?.map(({ key }) => key)).toEqual(['mark-15', 'number-a']);
  expect(two?.at(-1)).toMatchObject({ number: 1 });
});

it('leaves numbers out for events that the order does not name', () => {
  expect(
    textTokens(cut, [])
      .flat()
      .some(({ kind }) => kind === 'number'),
  ).toBe(false);
});
