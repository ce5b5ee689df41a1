import { testDatabase } from '@trucewatch/local/testing';
import { cutSpan, type Extraction } from '@trucewatch/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractionOfSentences, scratchStore, submission } from '../scratch-store.ts';
import type { Scope } from './scope.ts';
import type { Finding } from './tasks.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
});
afterAll(() => scratch.drop());

let written = 0;
/** Articles of a publisher of their own, each read by version 1: two sentences, two events. */
async function articles(count: number) {
  const source = `Publisher ${++written}`;
  const made = [];
  for (let index = 0; index < count; index++) {
    const text = `The guns fell silent at post ${++written}. The road was opened.`;
    const { id } = await scratch.store.articles.accept(submission(text, { source }), 'cli');
    await scratch.store.extractions.save(extractionOfSentences(id, text));
    made.push({ id, text });
  }
  return { made, scope: { kind: 'source', source } satisfies Scope };
}
/** What version 2 finds: the first sentence alone. */
function found(article: { id: string; text: string }): Finding {
  const all = extractionOfSentences(article.id, article.text, '2');
  const [kept, gone] = all.events as [Extraction['events'][number], Extraction['events'][number]];
  return {
    extraction: { ...all, events: [kept] },
    differences: [{ kind: 'removed', before: gone }],
    tally: { removed: 1 },
  };
}
const equal = (article: { id: string; text: string }): Finding => ({
  extraction: extractionOfSentences(article.id, article.text, '2'),
  differences: [],
  tally: {},
});
async function work(
  run: string,
  article: { id: string; text: string },
  finding: Finding = found(article),
): Promise<boolean> {
  const { reextractions } = scratch.store;
  const task = await reextractions.begin(run, article.id);
  if (task) await reextractions.keep(run, task, finding, article);
  return task !== null;
}
async function applied(run: string): Promise<void> {
  while ((await scratch.store.reextractions.apply(run)) > 0);
}
const versionOf = async (id: string) => (await scratch.store.extractions.current(id))?.extractor.version;

describe('a run that reads articles anew', () => {
  test('changes nothing that counts until it is accepted, and then all of it', async () => {
    const { reextractions, extractions, audit } = scratch.store;
    const { made, scope } = await articles(3);
    expect(await reextractions.count(scope)).toBe(3);
    const run = await reextractions.start(scope, 'rita');
    expect(await reextractions.waiting(run, 10)).toEqual(made.map(({ id }) => id));
    const before = await extractions.revision();
    const [one, two, three] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]];
    await Promise.all([work(run, one), work(run, two), work(run, three, equal(three))]);
    expect(await reextractions.get(run)).toMatchObject({
      state: 'done',
      total: 3,
      counts: { equal: 1, differs: 2 },
      extractors: ['sentences 2'],
    });
    expect(await extractions.revision()).toBe(before);
    expect(await reextractions.fields(run)).toEqual([{ field: 'removed', events: 2, articles: 2 }]);
    const page = await reextractions.articles(run, {
      states: ['differs'],
      field: 'removed',
      limit: 1,
      offset: 1,
    });
    expect(page).toMatchObject({ total: 2, articles: [{ articleId: two.id, readBefore: 'sentences 1' }] });

    expect(await reextractions.decide(run, { is: 'accepted' }, 'rita')).toBe(2);
    expect(await reextractions.open()).toContain(run);
    await applied(run);
    expect(await reextractions.get(run)).toMatchObject({
      state: 'accepted',
      counts: { accepted: 2, equal: 1 },
    });
    expect(await Promise.all(made.map(({ id }) => versionOf(id)))).toEqual(['2', '2', '1']);
    expect(await extractions.revision()).toBeGreaterThan(before);
    expect(await reextractions.open()).not.toContain(run);
    expect((await audit.list({ subject: run })).map(({ act }) => act)).toEqual([
      'reextraction.accepted',
      'reextraction.started',
    ]);
    const later = await reextractions.articles(run, { states: ['accepted'], limit: 9, offset: 0 });
    expect(later.articles[0]?.differences).toHaveLength(1);
  });

  test('is decided on article by article, and refused ones can still be looked at', async () => {
    const { reextractions } = scratch.store;
    const { made, scope } = await articles(2);
    const run = await reextractions.start(scope, 'rita');
    for (const article of made) await work(run, article);
    const [one, two] = made as [(typeof made)[0], (typeof made)[0]];
    await reextractions.decide(run, { is: 'refused', articleId: one.id }, 'rita');
    await expect(
      reextractions.decide(run, { is: 'accepted', articleId: one.id }, 'rita'),
    ).rejects.toMatchObject({ code: 'not_decidable' });
    expect((await reextractions.get(run))?.state).toBe('done');
    await reextractions.decide(run, { is: 'accepted', articleId: two.id }, 'rita');
    await applied(run);
    expect((await reextractions.get(run))?.state).toBe('accepted');
    expect([await versionOf(one.id), await versionOf(two.id)]).toEqual(['1', '2']);
    const refused = await reextractions.articles(run, { states: ['refused'], limit: 9, offset: 0 });
    expect(refused.articles[0]?.differences[0]).toMatchObject({ kind: 'removed' });
    expect(await reextractions.conflicts(run)).toEqual([]);
  });

  test('can be stopped: nothing more is read until it goes on, from where it was', async () => {
    const { reextractions } = scratch.store;
    const { made, scope } = await articles(2);
    const [one, two] = made as [(typeof made)[0], (typeof made)[0]];
    const run = await reextractions.start(scope, 'rita');
    await work(run, one);
    await reextractions.stop(run, 'rita');
    expect(await work(run, two)).toBe(false);
    expect(await reextractions.waiting(run, 10)).toEqual([]);
    await expect(reextractions.decide(run, { is: 'accepted' }, 'rita')).rejects.toMatchObject({
      code: 'not_decidable',
    });
    await reextractions.resume(run, 'rita');
    expect(await reextractions.waiting(run, 10)).toEqual([two.id]);
    expect(await work(run, one)).toBe(false);
    await reextractions.stop(run, 'rita');
    expect(await reextractions.decide(run, { is: 'refused' }, 'rita')).toBe(2);
    expect(await reextractions.get(run)).toMatchObject({ state: 'refused', counts: { refused: 2 } });
  });

  test('compares an article anew that was read again before its difference was accepted', async () => {
    const { reextractions, extractions } = scratch.store;
    const { made, scope } = await articles(1);
    const [one] = made as [(typeof made)[0]];
    const run = await reextractions.start(scope, 'rita');
    await work(run, one);
    await extractions.save(extractionOfSentences(one.id, one.text, '3'));
    await reextractions.decide(run, { is: 'accepted' }, 'rita');
    await applied(run);
    expect(await versionOf(one.id)).toBe('3');
    expect(await reextractions.get(run)).toMatchObject({ state: 'running', counts: { waiting: 1 } });
  });

  test('tries what failed once more when it goes on, and tells why it failed', async () => {
    const { reextractions } = scratch.store;
    const { made, scope } = await articles(1);
    const [one] = made as [(typeof made)[0]];
    const run = await reextractions.start(scope, 'rita');
    await reextractions.begin(run, one.id);
    await reextractions.fail(run, one.id, 'it took too long');
    expect(await reextractions.get(run)).toMatchObject({ state: 'done', counts: { failed: 1 } });
    const failed = await reextractions.articles(run, { states: ['failed'], limit: 9, offset: 0 });
    expect(failed.articles[0]?.reason).toBe('it took too long');
    await reextractions.resume(run, 'rita');
    expect(await work(run, one, equal(one))).toBe(true);
    expect(await reextractions.get(run)).toMatchObject({ state: 'done', counts: { equal: 1 } });
  });

  test('keeps what people decided of the article', async () => {
    const { reextractions, acts, extractions } = scratch.store;
    const { made, scope } = await articles(1);
    const [one] = made as [(typeof made)[0]];
    const quote = cutSpan(one, 0, one.text.indexOf('.') + 1);
    const event = { articleId: one.id, eventId: 'e0', type: 'statement' as const, quote, actors: [] };
    const act = await acts.add({
      author: 'rita',
      reason: 'It did not happen.',
      decision: { kind: 'reject_event', event },
    });
    const run = await reextractions.start(scope, 'rita');
    await work(run, one);
    await reextractions.decide(run, { is: 'accepted' }, 'rita');
    await applied(run);
    expect(await extractions.current(one.id)).toMatchObject({
      extractor: { version: '2' },
      acts: [{ id: act.id }],
    });
  });
});

test('a run over nothing is not started, and days are those of publication', async () => {
  const { reextractions, articles: all, extractions } = scratch.store;
  const text = 'A truce was agreed.';
  const { id } = await all.accept(submission(text, { publishedAt: '1999-12-31T23:30:00Z' }), 'cli');
  await extractions.save(extractionOfSentences(id, text));
  const of = (from: string | null, to: string | null) =>
    reextractions.count({ kind: 'published', from, to } as Scope);
  expect(await of('1999-12-31', '1999-12-31')).toBe(1);
  expect(await of(null, '1999-12-30')).toBe(0);
  expect(await of('2000-01-01', null)).toBe(0);
  await expect(of('2000-01-02', '2000-01-01')).rejects.toThrow('after the last');
  await expect(reextractions.start({ kind: 'conflict', conflictId: 'none' }, 'rita')).rejects.toMatchObject({
    code: 'nothing_to_read',
  });
});
