import { type Event, publicationInterval } from '@trucewatch/schema';
import { decidedEvent, Story as History } from '@trucewatch/status';
import type { StoredReport } from '@trucewatch/store';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { step, told } from '#lib/testing/told-story.ts';
import { type Digests, openDigests } from './digests.ts';
import { eventFilter } from './event-filter.ts';
import { openHeads } from './heads.ts';
import { overviewRequest } from './overview-request.ts';
import { counted, openStories, type Story } from './stories.ts';
import { digestsOf } from './testing/digests.ts';
import { toldDatabase } from './testing/told-database.ts';
import { conflictView } from './views/conflict.ts';
import { overviewView } from './views/overview.ts';

let database: Awaited<ReturnType<typeof toldDatabase>>;
let stories: ReturnType<typeof openStories>;
let digests: ReturnType<typeof openDigests>;
let heads: ReturnType<typeof openHeads>;
beforeAll(async () => {
  database = await toldDatabase();
  heads = openHeads(database.store, { last: 0, longest: 0 });
  stories = openStories(database.store, heads);
  digests = openDigests(database.store, heads);
});
afterAll(() => database.drop());

const at = (day: number, hour = 0) => new Date(Date.UTC(2020, 9, day, hour)).toISOString();
const karabakh = 'nagorno-karabakh';
const others = {
  actors: ['India', 'Pakistan'].map((name) => ({
    role: 'party' as const,
    name,
    id: `country:${name === 'India' ? 'IN' : 'PK'}`,
    mention: { start: 0, end: 5, quote: 'words' },
  })),
};

/** Steps of two wars on random days, some told days later, some of which only the day of publication is known. */
const batches = fc.sample(
  fc.array(
    fc.record({
      name: fc.constantFrom('agreed', 'took_effect', 'violated', 'collapsed', 'called_for' as const),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 0, max: 23 }),
      delay: fc.integer({ min: 0, max: 5 }),
      isOther: fc.boolean(),
      isBare: fc.boolean(),
    }),
    { minLength: 3, maxLength: 14 },
  ),
  { seed: 7, numRuns: 5 },
);

function articlesOf(batch: (typeof batches)[number], number: number) {
  return batch.map(({ name, day, hour, delay, isOther, isBare }, index) => {
    const published = at(day + delay, 23);
    const event = step(name, at(day, hour), `Sentence ${index}.`, isOther ? others : {});
    return told(`${number}-${index}`, isBare ? published.slice(0, 10) : published, [event]);
  });
}

/** The story of a conflict folded from all reports at once. */
function folded(all: StoredReport[], id: string, asKnownAt: string | null): Story {
  const known = all.filter(
    ({ article: { publishedAt } }) =>
      asKnownAt === null || publicationInterval(publishedAt ?? '').latest <= Date.parse(asKnownAt),
  );
  const history = new History({ asKnownAt: asKnownAt === null ? null : Date.parse(asKnownAt) });
  history.add(all);
  const conflict = history.conflict(id);
  return {
    revision: 1,
    asKnownAt,
    reports: new Map(known.map((report) => [report.article.id, counted(report)])),
    acts: [],
    timeline: { conflicts: conflict ? [conflict] : [] },
  };
}

describe('what is read from derived rows is what folding all reports gives', () => {
  it.each(batches.map((batch, number) => ({ batch, number })))(
    'after batch $number',
    async ({ batch, number }) => {
      const since = new Date().toISOString();
      await database.tell(...articlesOf(batch, number));
      await database.derive();
      const all = await database.reports();

      for (const now of [at(10), at(20), at(40), '2021-06-01T00:00:00.000Z'])
        for (const asked of [null, since]) {
          const request = overviewRequest(new URLSearchParams());
          const view = (digests: Digests) => overviewView(digests, { now, since: asked, request });
          expect(view(await digests.all(Date.parse(now)))).toEqual(view(digestsOf(all)));
        }
      const ids = await database.store.derived.conflictIds();
      for (const id of ids)
        for (const asKnownAt of [null, at(8, 12), at(15), at(22, 3), at(40)]) {
          const story = await stories.of(id, asKnownAt);
          const asked = { now: at(40), filter: eventFilter(new URLSearchParams()) };
          expect(story && conflictView(story, id, asked)).toEqual(
            conflictView(folded(all, id, asKnownAt), id, asked),
          );
        }
    },
  );
});

describe('a story', () => {
  it('is read once for all who ask at one time, and goes on from what was read', async () => {
    const asked: string[][] = [];
    const { derived } = database.store;
    const counting = openStories(
      {
        derived: {
          ...derived,
          story: (id, has = () => false) => {
            const wanted: string[] = [];
            asked.push(wanted);
            return derived.story(id, (article, extracted) => {
              const isThere = has(article, extracted);
              if (!isThere) wanted.push(article);
              return isThere;
            });
          },
        },
      },
      heads,
    );
    const [one, two] = await Promise.all([counting.of(karabakh), counting.of(karabakh)]);
    expect(one).toBe(two);
    expect(await counting.of(karabakh, at(15))).toBe(await counting.of(karabakh, at(15)));
    expect(asked.length).toBe(1);

    await database.tell(told('late', at(29), [step('violated', at(28), 'Late words.')]));
    await database.derive();
    const now = await counting.of(karabakh);
    expect(asked[1]).toEqual(['late']);
    expect([...(now?.reports.keys() ?? [])].at(-1)).toBe('late');
    expect(one?.reports.has('late')).toBe(false);
  });

  it('leaves out what a person rejected, as known at any instant, until that is undone', async () => {
    const { acts } = database.store;
    await database.tell(told('doubted', at(20), [step('violated', at(19), 'Doubtful words.')]));
    await database.derive();
    const of = async (asKnownAt: string | null) =>
      (await stories.of(karabakh, asKnownAt))?.reports.get('doubted');
    const [event] = (await of(null))?.events ?? [];
    const by = { author: 'ana', reason: 'Nobody says so.' };
    const act = await acts.add({
      ...by,
      decision: { kind: 'reject_event', event: decidedEvent('doubted', event as Event) },
    });
    await database.derive();
    expect((await of(null))?.events).toBeUndefined();
    expect(JSON.stringify((await stories.of(karabakh, at(25)))?.timeline)).not.toContain('doubted');
    await acts.add({ ...by, decision: { kind: 'undo', act: act.id } });
    await database.derive();
    expect((await of(at(25)))?.events).toEqual([event]);
  });

  it('is none of a conflict that nobody knows', async () => {
    expect(await stories.of('nobody')).toBeNull();
  });

  it('forgets the conflicts longest not asked for when it holds too many events', async () => {
    let reads = 0;
    const { derived } = database.store;
    const small = openStories(
      {
        derived: {
          ...derived,
          story: (...of) => {
            reads++;
            return derived.story(...of);
          },
        },
      },
      heads,
      1,
    );
    for (const id of [karabakh, karabakh, 'india-pakistan', karabakh]) await small.of(id);
    expect(reads).toBe(3);
  });

  it('is asked for again after a failure', async () => {
    const { derived } = database.store;
    let isBroken = true;
    const frail = openStories(
      {
        derived: {
          ...derived,
          story: (...of) => (isBroken ? Promise.reject(new Error('away')) : derived.story(...of)),
        },
      },
      heads,
    );
    await expect(frail.of(karabakh)).rejects.toThrow('away');
    isBroken = false;
    expect((await frail.of(karabakh))?.reports.size).toBeGreaterThan(0);
  });
});
