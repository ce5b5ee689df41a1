import { eventDifferences, tallyOf } from '@trucewatch/status';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { step, told } from '#lib/testing/told-story.ts';
import { openHeads } from '../heads.ts';
import { openStories } from '../stories.ts';
import { toldDatabase } from '../testing/told-database.ts';
import { touchedConflicts } from './effect.ts';

let database: Awaited<ReturnType<typeof toldDatabase>>;
const at = (day: number, hour = 0) => new Date(Date.UTC(2020, 9, day, hour)).toISOString();

beforeAll(async () => {
  database = await toldDatabase();
  await database.tell(
    told('agreed', at(10, 12), [step('agreed', at(10, 8), 'A truce was agreed.')]),
    told('over', at(20, 12), [step('collapsed', at(20, 8), 'The truce is no more.')]),
  );
  await database.derive();
});
afterAll(() => database.drop());

it('shows what accepting would change of a conflict, and changes nothing', async () => {
  const { store } = database;
  const { reextractions } = store;
  const tools = { store, stories: openStories(store, openHeads(store, { last: 0, longest: 0 })) };
  const run = await reextractions.start({ kind: 'all' }, 'rita');
  for (const id of ['agreed', 'over']) {
    const task = await reextractions.begin(run, id);
    const article = await store.articles.get(id);
    if (!task || !article) throw new Error('the article is missing');
    // Another version finds no more that it is over.
    const events = id === 'over' ? [] : task.events;
    const differences = eventDifferences(task.events, events);
    const extraction = { articleId: id, extractor: { name: 'test', version: '2' }, events, warnings: [] };
    await reextractions.keep(run, task, { extraction, differences, tally: tallyOf(differences) }, article);
  }
  const before = await store.extractions.revision();
  const [touched, ...others] = await touchedConflicts(tools, run, null);
  expect(others).toEqual([]);
  expect(touched).toMatchObject({ id: 'nagorno-karabakh', articles: 1 });
  expect(touched?.effect?.statuses.map(({ from, compliance }) => [from, compliance.before])).toEqual([
    [at(20, 8), 'collapsed_reported'],
  ]);
  expect(await touchedConflicts(tools, run, null)).toEqual([touched]);
  expect((await touchedConflicts(tools, run, 'another'))[0]?.effect).toBeNull();
  expect(await store.extractions.revision()).toBe(before);
});
