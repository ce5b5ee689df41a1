import type { DecidedEvent, Decision } from '@trucewatch/schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { step, told } from '#lib/testing/told-story.ts';
import { openHeads } from '../heads.ts';
import { openStories, type Story } from '../stories.ts';
import { toldDatabase } from '../testing/told-database.ts';
import { effectOf } from './effect.ts';
import { rankedIn } from './rank.ts';
import { anchorIn } from './subject.ts';

let database: Awaited<ReturnType<typeof toldDatabase>>;
let stories: ReturnType<typeof openStories>;
const karabakh = 'nagorno-karabakh';
const at = (day: number, hour = 0) => new Date(Date.UTC(2020, 9, day, hour)).toISOString();

beforeAll(async () => {
  database = await toldDatabase();
  stories = openStories(database.store, openHeads(database.store, { last: 0, longest: 0 }));
  await database.tell(
    told('agreed', at(10, 12), [step('agreed', at(10, 8), 'A truce was agreed.')]),
    told('again', at(10, 14), [step('agreed', at(10, 8), 'They agreed on a truce.')]),
    told('broken', at(12, 12), [step('violated', at(12, 8), 'It was broken at eight.')]),
    told('over', at(20, 12), [step('collapsed', at(20, 8), 'The truce is no more.')]),
  );
  await database.derive();
});
afterAll(() => database.drop());

async function story(): Promise<Story> {
  const found = await stories.of(karabakh);
  if (!found) throw new Error('the conflict is missing');
  return found;
}
async function anchor(articleId: string): Promise<DecidedEvent> {
  const found = await story();
  const event = found.reports.get(articleId)?.events[0];
  return anchorIn(found, articleId, event?.id ?? '') as DecidedEvent;
}
const effect = async (decision: Decision) =>
  effectOf(database.store, await story(), [decision], at(30), null);

it('shows what a rejection would change, and leaves everything as it was', async () => {
  const rejection = { kind: 'reject_event', event: await anchor('over') } as const;
  const { statuses } = await effect(rejection);
  expect(statuses.map(({ from, compliance }) => [from, compliance.before])).toEqual([
    [at(20, 8), 'collapsed_reported'],
  ]);
  expect(await effect(rejection)).toEqual(await effect(rejection));
  expect((await effect({ kind: 'accept_event', event: await anchor('over') })).statuses).toEqual([]);
});

it('shows what the undoing of a rejection would change, though nothing of the article counts meanwhile', async () => {
  const rejection = { kind: 'reject_event', event: await anchor('over') } as const;
  const { statuses } = await effect(rejection);
  const act = await database.store.acts.add({
    decision: rejection,
    author: 'ana',
    reason: 'It is not over.',
  });
  await database.derive();
  expect((await story()).reports.has('over')).toBe(false);
  const back = await effect({ kind: 'undo', act: act.id });
  expect(back.statuses.map(({ from, compliance }) => [from, compliance.after])).toEqual(
    statuses.map(({ from, compliance }) => [from, compliance.before]),
  );
  await database.store.acts.add({ decision: { kind: 'undo', act: act.id }, author: 'ana', reason: 'It is.' });
  await database.derive();
});

it('says how many reports a happening would hold, joined or told apart', async () => {
  const [agreed, again, broken] = [await anchor('agreed'), await anchor('again'), await anchor('broken')];
  const reports = async (decision: Decision) =>
    (await effectOf(database.store, await story(), [decision], at(30), agreed)).reports;
  expect(await reports({ kind: 'split', events: [agreed, again] })).toEqual({ before: 2, after: 1 });
  expect(await reports({ kind: 'join', events: [agreed, broken] })).toEqual({ before: 2, after: 3 });
});

it('ranks what a status rests on by how long it would be another one', async () => {
  const ranked = rankedIn(await story()).filter(({ reasons }) => reasons.includes('decides'));
  const hours = ranked.map((one) => one.hours);
  expect(ranked.map(({ report }) => report.article.id)).toContain('over');
  expect(hours).toEqual(hours.toSorted((a, b) => b - a));
});
