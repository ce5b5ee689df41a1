import type { Store, StoredReport } from '@trucewatch/store';
import { expect, it } from 'vitest';
import { openStories } from './stories.ts';

/** What the database holds, with how often and since when it was read. */
function database(...published: string[]) {
  const state = {
    revision: 1,
    /** Since which revision, for each time that it was read. */
    reads: [] as number[],
    broken: false,
    articles: published.map((publishedAt, index) => report(`a${index}`, publishedAt, index)),
  };
  const extractions = {
    revision: async () => state.revision,
    async *reports(since = 0) {
      state.reads.push(since);
      if (state.broken) throw new Error('the database is away');
      yield* state.articles.filter(({ revision }) => revision > since);
    },
  } as unknown as Store['extractions'];
  return { state, stories: openStories({ extractions }) };
}

function report(id: string, publishedAt: string, ordinal: number, revision = 1): StoredReport {
  return { article: { id, publishedAt }, events: [], ordinal, revision } as unknown as StoredReport;
}

it('reads the database once for all who ask at one time, and later only what is new', async () => {
  const { state, stories } = database('2020-10-10', '2020-10-17');
  const [one, two] = await Promise.all([stories.story(), stories.story()]);
  expect(one).toBe(two);
  await stories.story('2020-10-12T00:00:00Z');
  expect(state.reads).toEqual([0]);

  state.revision = 2;
  state.articles.push(report('late', '2020-10-18', 9, 2));
  const now = await stories.story();
  expect([...now.reports.keys()]).toEqual(['a0', 'a1', 'late']);
  expect([now.revision, state.reads]).toEqual([2, [0, 1]]);
  expect(one.reports.size).toBe(2);
});

it('keeps the order of arrival whatever is extracted first, or again', async () => {
  const { state, stories } = database('2020-10-10');
  state.articles.push(report('third', '2020-10-12', 3));
  await stories.story();
  state.revision = 2;
  state.articles.push(report('second', '2020-10-11', 2, 2), report('a0', '2020-10-10', 0, 2));
  expect([...(await stories.story()).reports.keys()]).toEqual(['a0', 'second', 'third']);
});

it('knows at an instant what was published by then; a bare date counts from the end of its day', async () => {
  const { stories } = database('2020-10-10', '2020-10-10T08:00:00+04:00', '2020-10-11T00:00:00Z');
  const known = async (at: string) => [...(await stories.story(at)).reports.keys()];
  expect(await known('2020-10-10T03:59:59Z')).toEqual([]);
  expect(await known('2020-10-10T04:00:00Z')).toEqual(['a1']);
  expect(await known('2020-10-11T00:00:00Z')).toEqual(['a0', 'a1', 'a2']);
});

it('keeps the present story however many known times are asked for', async () => {
  const { stories } = database('2020-10-10');
  const present = await stories.story();
  for (let day = 1; day <= 28; day++)
    await stories.story(`2020-10-${String(day).padStart(2, '0')}T00:00:00Z`);
  expect(await stories.story()).toBe(present);
});

it('asks the database again after a failure', async () => {
  const { state, stories } = database('2020-10-10');
  state.broken = true;
  await expect(stories.story()).rejects.toThrow('away');
  state.broken = false;
  expect((await stories.story()).reports.size).toBe(1);
});
