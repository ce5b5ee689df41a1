import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventFilter } from '../event-filter.ts';
import { event, moment, report, storyOf } from '../testing/story.ts';
import { eventRows } from './event-rows.ts';
import { type Facet, facets, select } from './event-selection.ts';

const ganja = { name: 'Ganja', id: 'place:ganja', level: 'city', mention: span() } as const;
const story = storyOf([
  report(
    'courier',
    '2020-10-10T12:00:00Z',
    event('made', 'They agreed.', {
      step: 'agreed',
      actors: ['party:Armenia', 'party:Azerbaijan'],
      when: moment('2020-10-10T09:00Z'),
    }),
    event('hit', 'A shell hit.', {
      type: 'attack',
      actors: ['initiator:Armenia'],
      claims: ['accuses:Azerbaijan', 'denies:Armenia'],
      where: ganja,
      when: moment('2020-10-11T09:00Z'),
    }),
  ),
  report(
    'herald',
    '2020-10-12T12:00:00Z',
    event('hit', 'A shell hit Ganja, as Moscow confirmed.', {
      type: 'attack',
      actors: ['initiator:Armenia'],
      claims: ['accuses:Azerbaijan', 'confirms:Russia'],
      where: { ...ganja, name: 'Gandja' },
      when: moment('2020-10-11T09:00Z'),
    }),
    event('shot', 'Shots were heard in Noplace.', {
      actors: ['party:Armenia', 'party:Azerbaijan'],
      type: 'attack',
      where: { name: 'Noplace', level: 'city', mention: span() },
    }),
  ),
]);
const [conflict] = story.timeline.conflicts;
const rows = conflict ? eventRows(conflict, story.reports) : [];

function span() {
  return { start: 0, end: 5, quote: 'Ganja' };
}
const left = (search: string) =>
  select(rows, eventFilter(new URLSearchParams(search))).chosen.map(
    (row) => `${row.report.article.id}/${row.event.id}`,
  );

describe('the events of a conflict', () => {
  it('are chosen by place however articles spell it, and by one that no table knows', () => {
    expect(left('place=place:ganja')).toEqual(['courier/hit', 'herald/hit']);
    expect(left('place=name:noplace')).toEqual(['herald/shot']);
  });

  it('are chosen by type, step and side', () => {
    expect(left('type=ceasefire')).toEqual(['courier/made']);
    expect(left('type=ceasefire:agreed')).toEqual(['courier/made']);
    expect(left('type=attack&side=Armenia')).toEqual(['courier/hit', 'herald/hit']);
    expect(left('type=attack&side=others')).toEqual(['herald/shot']);
  });

  it('are alleged when only the sides say so, verified when somebody outside confirms', () => {
    expect(left('told=alleged')).toEqual(['courier/hit']);
    expect(left('told=verified')).toEqual(['herald/hit']);
    expect(left('told=reported')).toEqual(['courier/made', 'herald/shot']);
  });

  it('are chosen by the time told, and by publication where none is told', () => {
    expect(left('from=2020-10-11&to=2020-10-11')).toEqual(['courier/hit', 'herald/hit']);
    expect(left('from=2020-10-12')).toEqual(['herald/shot']);
  });

  it('are counted at every choice as choosing it then leaves', () => {
    const values = (facet: Facet) =>
      rows.length > 0 ? [...select(rows, eventFilter(new URLSearchParams())).counts[facet].keys()] : [];
    const filters = fc.record(
      Object.fromEntries(facets.map((facet) => [facet, fc.constantFrom('', ...values(facet))])),
    );
    fc.assert(
      fc.property(filters, (fields) => {
        const filter = eventFilter(new URLSearchParams(fields));
        for (const facet of facets) {
          for (const [value, { count }] of select(rows, filter).counts[facet]) {
            expect(select(rows, { ...filter, [facet]: value }).chosen.length).toBe(count);
          }
        }
      }),
    );
  });
});
