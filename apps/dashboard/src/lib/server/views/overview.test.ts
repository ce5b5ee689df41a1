import { describe, expect, it } from 'vitest';
import type { OverviewRequest } from '#lib/status/overview-request.ts';
import { step, told } from '#lib/testing/told-story.ts';
import { overviewRequest } from '../overview-request.ts';
import { digestsOf } from '../testing/digests.ts';
import { overviewView } from './overview.ts';

const now = '2020-11-01T00:00:00.000Z';
const country = (id: string, name: string) => ({
  role: 'party' as const,
  name,
  id: `country:${id}`,
  mention: { start: 0, end: 5, quote: 'words' },
});
const kashmir = { actors: [country('IN', 'India'), country('PK', 'Pakistan')] };
const end = {
  until: {
    earliest: '2020-11-05T00:00:00.000Z',
    latest: '2020-11-05T00:00:00.000Z',
    level: 'minute' as const,
    basis: 'stated' as const,
  },
};
const reports = [
  told('first', '2020-10-10T02:00:00Z', [
    step('agreed', '2020-10-10T01:00:00.000Z', 'They agreed to stop.'),
    step('took_effect', '2020-10-10T08:00:00.000Z', 'At noon the guns fell silent.', end),
  ]),
  told('second', '2020-10-12T09:00:00Z', [
    step('violated', '2020-10-11T12:00:00.000Z', 'Shells fell again.'),
  ]),
  told('other', '2020-10-20T09:00:00Z', [
    step('agreed', '2020-10-20T05:00:00.000Z', 'India and Pakistan agreed to stop firing.', kashmir),
  ]),
];

function overview(query = '', since: string | null = null, shown = reports) {
  const request: OverviewRequest = overviewRequest(new URLSearchParams(query));
  return overviewView(digestsOf(shown), { now, since, request });
}
const names = (query: string) => overview(query).conflicts.map(({ name }) => name);

describe('the overview', () => {
  const [karabakh, other] = ['Nagorno-Karabakh', overview().conflicts[0]?.name ?? ''];

  it('shows every conflict, the one reported on last first, and sorts as asked', () => {
    expect(names('')).toEqual([other, karabakh]);
    expect(names('sort=name')).toEqual([other, karabakh].toSorted((a, b) => a.localeCompare(b, 'en')));
    expect(names('sort=change')).toEqual([other, karabakh]);
    expect(names('sort=next')).toEqual([karabakh, other]);
    expect(names('sort=nonsense&formal=nonsense')).toEqual([other, karabakh]);
  });

  it('narrows by either axis and by words of names and parties, however they are written', () => {
    expect(names('formal=in_effect')).toEqual([karabakh]);
    expect(names('formal=in_effect&compliance=no_reports')).toEqual([]);
    expect(names('compliance=violations_alleged_one_side')).toEqual([karabakh]);
    expect(names('q=ÁZERBAIJAN+karab')).toEqual([karabakh]);
    expect(names('q=pakistan')).toEqual([other]);
    const narrowed = overview('q=pakistan');
    expect([narrowed.all, narrowed.changes.every(({ conflict }) => conflict === other)]).toEqual([2, true]);
    expect(narrowed.present.formal).toContainEqual(['in_effect', 1]);
  });

  it('marks what the viewer cannot have seen at the last visit, and nothing on the first', () => {
    expect(overview().since).toBeNull();
    expect(overview().conflicts.map(({ news }) => news)).toEqual([null, null]);

    const seen = overview('', '2020-10-11T00:00:00.000Z');
    const war = seen.conflicts.find(({ name }) => name === karabakh);
    expect(war?.news).toEqual({ articles: 1, changes: 1 });
    expect(war?.isLastChangeNew).toBe(true);
    expect(seen.since).toMatchObject({ conflicts: 2, news: { articles: 2 } });
    const old = seen.changes.filter(({ isNew }) => !isNew);
    expect(old.map(({ row }) => row.because[0]?.articleId)).toEqual(['first', 'first']);

    expect(overview('new', '2020-10-15T00:00:00.000Z').conflicts.map(({ name }) => name)).toEqual([other]);
    expect(overview('', '2020-10-25T00:00:00.000Z').since).toMatchObject({ conflicts: 0 });
  });

  it('marks an agreed end that came without an article', () => {
    const ended = overviewView(digestsOf(reports), {
      now: '2020-11-06T00:00:00.000Z',
      since: '2020-11-04T00:00:00.000Z',
      request: overviewRequest(new URLSearchParams('new')),
    });
    expect(ended.conflicts).toMatchObject([
      { name: karabakh, news: { articles: 0, changes: 1 }, status: { formal: { value: 'expired' } } },
    ]);
  });
});
