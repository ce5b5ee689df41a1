import { testDatabase } from '@trucewatch/local/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchStore, submission } from './scratch-store.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
});
afterAll(() => scratch.drop());

describe('accepting an article', () => {
  test('keeps it as it came, with an id of its own when it has none', async () => {
    const { articles } = scratch.store;
    const whole = {
      title: 'Quiet night',
      source: 'Invented Herald',
      url: 'https://example.org/1',
      language: 'en',
      publishedAt: '2020-10-18T02:30:00+04:00',
    };
    const { id, duplicate } = await articles.accept(submission('No shots were heard.', whole), 'cli');
    expect(duplicate).toBe(false);
    expect(await articles.get(id)).toMatchObject({
      ...whole,
      text: 'No shots were heard.',
      publishedAt: '2020-10-17T22:30:00.000Z',
      state: 'accepted',
      reason: null,
      attempts: 0,
      startedAt: null,
    });
  });

  test('leaves a bare date bare, and an absent one absent', async () => {
    const { articles } = scratch.store;
    const dated = await articles.accept(submission('Dated.', { publishedAt: '2020-10-17' }), 'cli');
    const undated = await articles.accept(submission('Undated.'), 'cli');
    expect((await articles.get(dated.id))?.publishedAt).toBe('2020-10-17');
    expect((await articles.get(undated.id))?.publishedAt).toBeUndefined();
  });

  test('takes the same content once, whoever sends it and under whatever id, and writes down both', async () => {
    const { articles, audit } = scratch.store;
    const answers = await Promise.all(
      ['anna', 'boris', 'cli'].map((who) =>
        articles.accept(submission('The same news.', { id: `by-${who}` }), who),
      ),
    );
    const [id] = new Set(answers.map((answer) => answer.id));
    expect(answers.map((answer) => answer.id)).toEqual([id, id, id]);
    expect(answers.filter((answer) => answer.duplicate)).toHaveLength(2);
    const trail = await audit.list({ subject: id ?? '' });
    expect(trail.map((entry) => entry.who).sort()).toEqual(['anna', 'boris', 'cli']);
    expect(trail.filter((entry) => entry.details.duplicate)).toHaveLength(2);
  });

  test('never overwrites: an id that has other content is refused', async () => {
    const { articles } = scratch.store;
    await articles.accept(submission('First content.', { id: 'mine' }), 'cli');
    await expect(articles.accept(submission('Other content.', { id: 'mine' }), 'cli')).rejects.toMatchObject({
      code: 'id_taken',
    });
    expect((await articles.get('mine'))?.text).toBe('First content.');
  });

  test('refuses for good what PostgreSQL cannot hold', async () => {
    await expect(scratch.store.articles.accept(submission('A NUL \0 inside.'), 'cli')).rejects.toMatchObject({
      name: 'Refusal',
      code: 'unstorable',
    });
  });

  test('takes a text made to overflow the search index', async () => {
    const words = Array.from({ length: 500_000 }, (_, index) =>
      String.fromCodePoint(0x20000 + (index % 40_000)),
    );
    const { id } = await scratch.store.articles.accept(submission(words.join(' ')), 'cli');
    expect((await scratch.store.articles.get(id))?.text).toHaveLength(1_499_999);
  });
});

describe('the life of an article', () => {
  test('begun, given back, begun again and failed: each step shows, and attempts count only what was not given back', async () => {
    const { articles } = scratch.store;
    const { id } = await articles.accept(submission('A life.'), 'cli');
    expect(await articles.begin(id)).toMatchObject({ state: 'extracting', attempts: 1, text: 'A life.' });
    await articles.giveBack(id);
    expect(await articles.get(id)).toMatchObject({ state: 'accepted', attempts: 0, startedAt: null });
    await articles.giveBack(id);
    expect((await articles.get(id))?.attempts).toBe(0);
    await articles.begin(id);
    await articles.fail(id, 'it took longer than 60 seconds');
    expect(await articles.get(id)).toMatchObject({
      state: 'failed',
      reason: 'it took longer than 60 seconds',
    });
    await articles.again(id, 'anna');
    expect(await articles.get(id)).toMatchObject({ state: 'accepted', reason: null, attempts: 0 });
  });

  test('what is not there cannot be begun, nor taken up again', async () => {
    expect(await scratch.store.articles.begin('nowhere')).toBeNull();
    await expect(scratch.store.articles.again('nowhere', 'anna')).rejects.toMatchObject({
      code: 'unknown_article',
    });
  });

  test('those without a result are found by age; a fresh run is left alone', async () => {
    const { articles } = scratch.store;
    const waiting = await articles.accept(submission('Waiting.'), 'cli');
    const running = await articles.accept(submission('Running.'), 'cli');
    await articles.begin(running.id);
    const patient = await articles.unfinished({ accepted: 0, extracting: 3_600 });
    expect(patient).toContain(waiting.id);
    expect(patient).not.toContain(running.id);
    expect(await articles.unfinished({ accepted: 3_600, extracting: 0 })).toEqual([running.id]);
  });

  test('lists page by page, newest first, and counts add up', async () => {
    const { articles } = scratch.store;
    const seen: string[] = [];
    for (let before: number | undefined; ; ) {
      const page = await articles.list({ limit: 3, ...(before !== undefined && { before }) });
      if (page.length === 0) break;
      seen.push(...page.map((article) => article.id));
      before = page.at(-1)?.ordinal;
    }
    const { accepted, extracting, extracted, failed } = await articles.counts();
    expect(seen).toHaveLength(accepted + extracting + extracted + failed);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await articles.list({ state: 'extracting' })).map((article) => article.state)).toEqual([
      'extracting',
    ]);
  });
});
