import { testDatabase } from '@trucewatch/local/testing';
import { cutSpan, type DecidedEvent, subjectOf } from '@trucewatch/schema';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractionOfSentences, scratchStore, submission } from '../scratch-store.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
});
afterAll(() => scratch.drop());

let written = 0;
/** An article of two sentences of its own, with what an extractor finds in it. */
async function article(source?: string) {
  const text = `The guns fell silent at post ${++written}. The road was opened.`;
  const { id } = await scratch.store.articles.accept(submission(text, source ? { source } : {}), 'cli');
  await scratch.store.extractions.save(extractionOfSentences(id, text));
  const event: DecidedEvent = {
    articleId: id,
    eventId: 'e0',
    type: 'statement',
    quote: cutSpan({ text }, 0, text.indexOf('.') + 1),
    actors: [],
  };
  return { id, text, event };
}
const by = { author: 'ana', reason: 'I read it again.' };
async function actsOf(id: string, since?: number) {
  for await (const report of scratch.store.extractions.reports(since))
    if (report.article.id === id) return report.acts;
  return undefined;
}

describe('an act', () => {
  test('comes with the report of its article, which gets a new revision; undone it leaves it again', async () => {
    const { acts, extractions, audit, search } = scratch.store;
    const { id, event } = await article();
    const found = async () =>
      (await search.events(event.quote.quote.slice(0, -1))).hits.filter((hit) => hit.articleId === id).length;
    expect(await found()).toBe(1);
    const other = await article();
    const before = await extractions.revision();
    const act = await acts.add({ ...by, decision: { kind: 'reject_event', event } });
    expect(await actsOf(id, before)).toEqual([act]);
    expect(await actsOf(other.id, before)).toBeUndefined();
    expect((await extractions.current(id))?.acts).toEqual([act]);
    expect(await found()).toBe(0);

    const between = await extractions.revision();
    const undoing = await acts.add({ ...by, decision: { kind: 'undo', act: act.id } });
    expect(await actsOf(id, between)).toEqual([]);
    expect(await found()).toBe(1);
    expect(await acts.list({ subject: subjectOf.article(id) })).toEqual([
      undoing,
      { ...act, undoneBy: undoing.id },
    ]);
    expect((await audit.list({ subject: act.id }))[0]).toMatchObject({
      who: 'ana',
      act: 'act.reject_event',
      details: { reason: by.reason },
    });
  });

  test('is undone once, and an undoing never', async () => {
    const { acts } = scratch.store;
    const { event } = await article();
    const act = await acts.add({ ...by, decision: { kind: 'accept_event', event } });
    const undo = (id: string) => acts.add({ ...by, decision: { kind: 'undo', act: id } });
    const both = await Promise.allSettled([undo(act.id), undo(act.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const undoing = (await acts.get(act.id))?.undoneBy ?? '';
    await expect(undo(undoing)).rejects.toMatchObject({ code: 'not_undoable' });
    await expect(undo('nothing')).rejects.toMatchObject({ code: 'unknown_act' });
  });

  test('needs a reason, words that stand there, and an article', async () => {
    const { acts, extractions } = scratch.store;
    const { event } = await article();
    const before = await extractions.revision();
    const add = (decision: object, reason = 'so it is') =>
      acts.add({ author: 'ana', reason, decision } as Parameters<typeof acts.add>[0]);
    await expect(add({ kind: 'accept_event', event }, '  ')).rejects.toThrow('say why');
    const quote = { ...event.quote, quote: event.quote.quote.replace('guns', 'arms') };
    await expect(add({ kind: 'accept_event', event: { ...event, quote } })).rejects.toMatchObject({
      code: 'false_quote',
    });
    const span = { start: 4, end: 8, quote: 'bows' };
    const correction = { field: 'truceName', value: null };
    await expect(add({ kind: 'correct_field', event, correction, span })).rejects.toMatchObject({
      code: 'false_quote',
    });
    await expect(add({ kind: 'withdraw_article', articleId: 'nowhere', from: true })).rejects.toMatchObject({
      code: 'unknown_article',
    });
    expect(await extractions.revision()).toBe(before);
  });

  test('about a publisher comes with all its articles, however its name is written', async () => {
    const { acts, extractions } = scratch.store;
    const one = await article('The Daily Post');
    const two = await article('daily post');
    const other = await article('Evening News');
    const before = await extractions.revision();
    const act = await acts.add({ ...by, decision: { kind: 'mute_publisher', publisher: 'Daily Post' } });
    expect(await actsOf(one.id, before)).toEqual([act]);
    expect(await actsOf(two.id, before)).toEqual([act]);
    expect(await actsOf(other.id, before)).toBeUndefined();
    const later = await article('Daily Post');
    expect(await actsOf(later.id)).toEqual([act]);
  });

  test('on several articles at once is told of to whoever asks since before it', async () => {
    const { acts, extractions } = scratch.store;
    const [one, two] = [await article(), await article()];
    const before = await extractions.revision();
    expect(await extractions.wideActs(before)).toBeNull();
    const act = await acts.add({ ...by, decision: { kind: 'join', events: [one.event, two.event] } });
    expect(await extractions.wideActs(before)).toEqual([act]);
    expect(await actsOf(two.id, before)).toEqual([act]);
    const between = await extractions.revision();
    expect(await extractions.wideActs(between)).toBeNull();
    await acts.add({ ...by, decision: { kind: 'undo', act: act.id } });
    expect(await extractions.wideActs(between)).toEqual([]);
  });

  test('survives a new extraction, and is announced when it is committed', async () => {
    const { acts, changes, extractions } = scratch.store;
    const { id, text, event } = await article();
    const heard = Promise.withResolvers<unknown>();
    const listening = changes.listen((change) => {
      if (change.kind === 'act') heard.resolve(change);
    });
    await listening.ready;
    const act = await acts.add({ ...by, decision: { kind: 'reject_event', event } });
    expect(await heard.promise).toEqual({ kind: 'act', actId: act.id, articleIds: [id] });
    await listening.close();
    await extractions.save(extractionOfSentences(id, text, '2'));
    expect(await actsOf(id)).toEqual([act]);
  });

  test('cannot be changed or taken away in the database', async () => {
    const { acts, kysely } = scratch.store;
    const { event } = await article();
    await acts.add({ ...by, decision: { kind: 'accept_event', event } });
    await expect(sql`update acts set reason = 'another'`.execute(kysely)).rejects.toThrow('only ever added');
    await expect(sql`delete from acts`.execute(kysely)).rejects.toThrow('only ever added');
  });

  test('names the articles that replace others while it counts', async () => {
    const { acts, extractions } = scratch.store;
    const [old, correction] = [await article(), await article()];
    const act = await acts.add({
      author: 'ingest',
      reason: 'It says that it corrects the other.',
      decision: { kind: 'correct_article', articleId: correction.id, replaces: old.id },
    });
    const correctors = () => extractions.atOneRevision((reader) => reader.correctors());
    expect(await correctors()).toEqual([correction.id]);
    await acts.add({ ...by, decision: { kind: 'undo', act: act.id } });
    expect(await correctors()).toEqual([]);
  });
});

test('what copies are told by is kept with the extraction, and found missing where it is not', async () => {
  const { articles, extractions } = scratch.store;
  const { id, text } = await article();
  expect((await articles.unsigned(1_000)).map((one) => one.id)).toContain(id);
  await extractions.save(extractionOfSentences(id, text), 'abcd');
  expect((await articles.unsigned(1_000)).map((one) => one.id)).not.toContain(id);
  for await (const report of extractions.reports())
    if (report.article.id === id) expect(report.article.signature).toBe('abcd');
});
