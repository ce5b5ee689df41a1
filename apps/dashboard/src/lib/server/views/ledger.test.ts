import { expect, it } from 'vitest';
import { event, moment, report, storyOf } from '../testing/story.ts';
import { ledgerView } from './ledger.ts';

const now = '2020-11-01T00:00:00.000Z';
const both = { actors: ['initiator:Armenia', 'recipient:Azerbaijan'] };

function ledger(filter: 'claimed' | 'disputed' | 'all', page = 1, count = 1) {
  const story = storyOf([
    report(
      'october',
      '2020-10-09T12:00:00Z',
      event('denied', 'Baku said that shells fell, which Yerevan denied.', {
        type: 'attack',
        ...both,
        claims: ['accuses:Azerbaijan', 'denies:Armenia', 'asserts:The Red Cross', 'conditional:Turkey'],
        when: moment('2020-10-08T10:00:00Z'),
      }),
      event('told', 'The next day a village was shelled.', {
        type: 'attack',
        ...both,
        when: moment('2020-10-09T10:00:00Z'),
      }),
      event('not', 'No bridge was hit.', {
        type: 'attack',
        ...both,
        reality: 'negated',
        when: moment('2020-10-07T10:00:00Z'),
      }),
      event('threat', 'It would fire if fired upon.', { type: 'attack', ...both, reality: 'hypothetical' }),
      event('breach', 'Azerbaijan accused Armenia.', {
        step: 'violated',
        type: 'ceasefire',
        ...both,
        claims: ['accuses:Azerbaijan'],
        when: moment('2020-10-09T11:00:00Z'),
      }),
    ),
    ...Array.from({ length: count - 1 }, (_, index) =>
      report(
        `later-${index}`,
        `2020-10-${10 + index}T12:00:00Z`,
        event('capture', 'A town fell.', {
          type: 'capture',
          ...both,
          claims: ['asserts:Armenia'],
          when: moment(`2020-10-${10 + index}T10:00:00Z`),
        }),
      ),
    ),
  ]);
  const view = ledgerView(story, 'nagorno-karabakh', { filter, page, now });
  if (!view) throw new Error('The story has no such conflict.');
  return view;
}

it('puts each voice into the column of its side, and leaves who said nothing silent', () => {
  const [row] = ledger('disputed').rows;
  expect(
    row?.cells.map(({ column, entries }) => [column, entries.map(({ by, stance }) => [by, stance])]),
  ).toEqual([
    ['Armenia', [['Armenia', 'denies']]],
    ['Azerbaijan', [['Azerbaijan', 'accuses']]],
    ['Others, or of no known side', [['The Red Cross', 'asserts']]],
    ['Narrators', []],
  ]);
  expect(row?.cells[0]?.entries[0]?.sentence.quote).toBe('Baku said that shells fell, which Yerevan denied.');
});

it('lists what happened or did not, latest first, and keeps conditions out', () => {
  const { rows, counts } = ledger('all');
  expect(rows.map(({ href }) => href.split('/').at(-1))).toEqual(['breach', 'told', 'denied', 'not']);
  expect(counts).toEqual({ claimed: 2, disputed: 1, all: 4 });
  const narrators = (index: number) => rows[index]?.cells.at(-1)?.entries.map(({ stance }) => stance);
  expect([narrators(1), narrators(3)]).toEqual([['asserts'], ['denies']]);
});

it('gives a page at a time, and the last one to who asks beyond it', () => {
  const first = ledger('claimed', 1, 21);
  const last = ledger('claimed', 99, 21);
  expect([first.rows.length, first.pages, last.page]).toEqual([20, 2, 2]);
  expect(last.rows.map(({ id }) => id)).not.toContain(first.rows[0]?.id);
  expect(last.rows.at(-1)?.title).toBe('Attack');
});
