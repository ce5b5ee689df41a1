import type { Store, StoredReport } from '@trucewatch/store';
import { expect, it } from 'vitest';
import { openStories } from './stories.ts';

/** What the database holds, with a count of how often all of it was read. */
function database(...published: string[]) {
  const state = {
    revision: 1,
    reads: 0,
    broken: false,
    articles: published.map((publishedAt, index) => report(`a${index}`, publishedAt)),
  };
  const extractions = {
    revision: async () => state.revision,
    async *reports() {
      state.reads += 1;
      if (state.broken) throw new Error('the database is away');
      yield* state.articles;
    },
  } as unknown as Store['extractions'];
  return { state, stories: openStories({ extractions }) };
}

function report(id: string, publishedAt: string): StoredReport {
  return { article: { id, publishedAt }, events: [] } as unknown as StoredReport;
}

it('reads the database once for all who ask at one time, and again only when it has changed', async () => {
  const { state, stories } = database('2020-10-10', '2020-10-17');
  const [one, two] = await Promise.all([stories.story(), stories.story()]);
  expect(one).toBe(two);
  await stories.story('2020-10-12T00:00:00Z');
  expect(state.reads).toBe(1);

  state.revision = 2;
  state.articles.push(report('late', '2020-10-18'));
  const now = await stories.story();
  expect([...now.reports.keys()]).toEqual(['a0', 'a1', 'late']);
  expect([now.revision, state.reads]).toEqual([2, 2]);
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
