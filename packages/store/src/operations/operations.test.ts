import { testDatabase } from '@trucewatch/local/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchStore } from '../scratch-store.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
});
afterAll(() => scratch.drop());

let made = 0;
async function failed(reason: string): Promise<string> {
  const { articles } = scratch.store;
  const fingerprint = String(++made).padStart(64, '0');
  const { id } = await articles.accept({ text: `Words of article ${made}.`, fingerprint }, 'test');
  await articles.fail(id, reason);
  return id;
}

describe('failures', () => {
  test('are grouped by what is alike in their reasons', async () => {
    const { failures } = scratch.store;
    for (const seconds of [61, 62.5, 60]) await failed(`It took longer than ${seconds} s.`);
    await failed('The model at http://10.0.0.1:99/v1 said "no".');
    await failed('The model at https://example.org/x said "maybe, later".');
    const groups = await failures.groups();
    expect(groups.map(({ count, lately, before }) => [count, lately, before])).toEqual([
      [3, 3, 0],
      [2, 2, 0],
    ]);
    expect(groups[0]?.example).toBe('It took longer than 60 s.');
    const [first] = groups;
    expect(await failures.articles({ group: first?.group })).toHaveLength(3);
  });

  test('are retried as a group, each once, without those that were set aside', async () => {
    const { failures, articles, audit } = scratch.store;
    const [slow] = await failures.groups();
    const group = slow?.group ?? '';
    const [one, ...rest] = await failures.articles({ group });
    expect(await failures.setAside({ articleId: one?.id ?? '' }, true, 'ada')).toBe(1);
    const retried: string[] = [];
    for await (const ids of failures.retry(group, 'ada')) retried.push(...ids);
    expect(retried.toSorted()).toEqual(rest.map(({ id }) => id).toSorted());
    expect((await articles.get(retried[0] ?? ''))?.state).toBe('accepted');
    expect((await failures.articles({ group, isSetAside: true })).map(({ id }) => id)).toEqual([one?.id]);
    expect((await audit.list({ act: 'failures.retried' }))[0]).toMatchObject({
      who: 'ada',
      details: { group, articles: 2 },
    });
  });

  test('that were set aside come back, and an article that is taken up again is no longer aside', async () => {
    const { failures, articles } = scratch.store;
    const [aside] = await failures.articles({ isSetAside: true });
    await articles.again(aside?.id ?? '', 'ada');
    await articles.fail(aside?.id ?? '', 'It failed once more.');
    expect(await failures.articles({ isSetAside: true })).toEqual([]);
    const group =
      (await failures.groups()).find(({ example }) => example === 'It failed once more.')?.group ?? '';
    expect(await failures.setAside({ group }, true, 'ada')).toBe(1);
    expect(await failures.setAside({ group }, false, 'ada')).toBe(1);
    expect((await failures.articles({ group })).map(({ id }) => id)).toEqual([aside?.id]);
  });
});

describe('an article that failed', () => {
  const fingerprint = (number: number) => String(number).padStart(64, 'f');

  test('is changed and accepted once more, unless other words are there already or it was read before', async () => {
    const { failures, articles, extractions } = scratch.store;
    const id = await failed('It has no words.');
    await failures.amend(
      id,
      { text: 'Better words.', title: 'A headline', fingerprint: fingerprint(1) },
      'ada',
    );
    expect(await articles.get(id)).toMatchObject({
      text: 'Better words.',
      title: 'A headline',
      state: 'accepted',
    });
    await expect(
      failures.amend(id, { text: 'More.', fingerprint: fingerprint(2) }, 'ada'),
    ).rejects.toMatchObject({ code: 'unknown_article' });
    const other = await failed('It has no words either.');
    await expect(
      failures.amend(other, { text: 'Better words.', fingerprint: fingerprint(1) }, 'ada'),
    ).rejects.toMatchObject({ code: 'id_taken' });
    await extractions.save({
      articleId: other,
      extractor: { name: 'rules', version: '1' },
      events: [],
      warnings: [],
    });
    await articles.again(other, 'ada');
    await articles.fail(other, 'It failed the second time.');
    await expect(
      failures.amend(other, { text: 'New.', fingerprint: fingerprint(3) }, 'ada'),
    ).rejects.toMatchObject({ code: 'already_read' });
  });
});

describe('workers', () => {
  const beat = {
    id: 'w1',
    host: 'here',
    pid: 1,
    backend: 'Redis',
    concurrency: 2,
    version: '1',
    startedAt: '2026-01-01T00:00:00.000Z',
  };

  test('are seen while they give signs of life, count as gone without, and take leave', async () => {
    const { workers, kysely } = scratch.store;
    await workers.beat(beat);
    await workers.beat({ ...beat, id: 'w2' });
    await sql`update workers set seen_at = now() - interval '1 minute' where id = 'w2'`.execute(kysely);
    expect((await workers.seen()).map(({ id, isGone }) => [id, isGone])).toEqual([
      ['w1', false],
      ['w2', true],
    ]);
    await workers.beat({ ...beat, id: 'w2' });
    await workers.leave('w1');
    expect((await workers.seen()).map(({ id, isGone }) => [id, isGone])).toEqual([['w2', false]]);
  });
});

describe('the load', () => {
  test('tells how long the queue was and what came out of it, stretch by stretch', async () => {
    const { load } = scratch.store;
    await load.sample({ waiting: 4, active: 2, delayed: 1 });
    await load.sample({ waiting: 90, active: 0, delayed: 0 });
    const history = await load.history(2);
    expect(history).toHaveLength(120);
    expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).toSorted());
    // The first of two that looked within one stretch counts.
    expect(Math.max(...history.map(({ waiting }) => waiting ?? 0))).toBe(7);
    const { failed: open, setAside } = await load.now();
    expect(open).toBeGreaterThan(0);
    expect(history.reduce((sum, { failed: number }) => sum + number, 0)).toBe(open + setAside);
  });

  test('says since when the oldest waits', async () => {
    const { load, articles } = scratch.store;
    const { oldestWaiting, accepted } = await load.now();
    const waiting = await articles.list({ state: 'accepted' });
    expect(accepted).toBe(waiting.length);
    expect(oldestWaiting).toBe(waiting.map(({ receivedAt }) => receivedAt).toSorted()[0]);
  });
});
