import { testDatabase } from '@trucewatch/local/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractionOfSentences, scratchStore, submission } from '../scratch-store.ts';
import type { NewItem } from './intake-row.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
});
afterAll(() => scratch.drop());

const file = {
  cameBy: 'file' as const,
  name: 'week.zip',
  content: Buffer.from('PK\0'),
  wantsConfirmation: true,
};

describe('what is handed in', () => {
  test('is kept byte by byte, read, confirmed and done; its bytes go when its articles are there', async () => {
    const { intakes, articles } = scratch.store;
    const id = await intakes.add(file, 'ana');
    expect(Buffer.from((await intakes.content(id)) ?? [])).toEqual(file.content);
    expect(await intakes.begin(id)).toMatchObject({ state: 'reading', who: 'ana', attempts: 1 });
    const items: NewItem[] = [
      { place: 'week.zip: a.txt', verdict: 'ready', title: 'A', document: { text: 'A\u0000b' } },
      { place: 'week.zip: b.txt', verdict: 'refused', reason: 'The file is empty.', excerpt: '\ud800' },
      { place: 'week.zip: c.txt', verdict: 'ready', document: { text: 'C' } },
    ];
    await intakes.replaceItems(
      id,
      items.map((item) => ({ ...item, document: item.document && { text: 'x' } })),
    );
    expect(await intakes.move(id, ['reading'], 'checked')).toBe(true);
    expect(await intakes.begin(id)).toBeNull();
    expect(await intakes.get(id)).toMatchObject({
      found: 3,
      refused: 1,
      accepted: 0,
      cleanedAt: expect.any(String),
    });
    expect(await intakes.move(id, ['checked'], 'confirmed', { who: 'ana' })).toBe(true);
    expect(await intakes.move(id, ['checked'], 'confirmed')).toBe(false);
    expect((await intakes.begin(id))?.state).toBe('taking');
    const ready = await intakes.ready(id, 10);
    expect(ready.map(({ position }) => position)).toEqual([0, 2]);
    const { id: articleId } = await articles.accept(
      submission('A week of silence.', { cameBy: 'file', intakeId: id }),
      'ana',
    );
    await intakes.settle(id, [
      { position: 0, verdict: 'accepted', articleId },
      { position: 2, verdict: 'duplicate', articleId },
    ]);
    await intakes.move(id, ['taking'], 'done');
    expect(await intakes.get(id)).toMatchObject({ state: 'done', accepted: 1, duplicates: 1, refused: 1 });
    expect(await intakes.content(id)).toBeNull();
    expect(await intakes.items(id, { verdict: 'refused' })).toMatchObject([
      { place: 'week.zip: b.txt', reason: 'The file is empty.' },
    ]);
    expect(await intakes.verdicts(id)).toMatchObject({ ready: 0, accepted: 1, duplicate: 1, refused: 1 });
  });

  test('that was refused keeps its reason and what was handed in', async () => {
    const { intakes } = scratch.store;
    const id = await intakes.add({ ...file, name: 'bad.zip' }, 'ana');
    await intakes.begin(id);
    await intakes.move(id, ['reading'], 'refused', { reason: 'It is no zip file.' });
    expect(await intakes.get(id)).toMatchObject({ state: 'refused', reason: 'It is no zip file.' });
    expect(await intakes.content(id)).not.toBeNull();
    expect((await intakes.list({ search: 'BAD.z' })).map((each) => each.id)).toEqual([id]);
    expect(await intakes.list({ search: 'b%d' })).toEqual([]);
  });

  test('is found again when its job is lost', async () => {
    const { intakes } = scratch.store;
    const id = await intakes.add(file, 'ana');
    expect(await intakes.unfinished({ waiting: 0, working: 60 })).toContain(id);
    await intakes.begin(id);
    expect(await intakes.unfinished({ waiting: 0, working: 60 })).not.toContain(id);
    expect(await intakes.unfinished({ waiting: 0, working: 0 })).toContain(id);
  });
});

describe('versions', () => {
  const origin = 'urn:meridian:77';

  test('another text under the same origin corrects the one before; the same text does not', async () => {
    const { articles, acts } = scratch.store;
    const first = await articles.accept(submission('Five were hurt.', { origin }), 'ana');
    const again = await articles.accept(submission('Five were hurt.', { origin }), 'ana');
    const second = await articles.accept(submission('Four were hurt.', { origin }), 'ana');
    expect(again).toEqual({ id: first.id, duplicate: true });
    const corrections = await acts.list({ subject: `article:${first.id}` });
    expect(corrections.map(({ author, decision }) => ({ author, decision }))).toEqual([
      { author: 'ingest', decision: { kind: 'correct_article', articleId: second.id, replaces: first.id } },
    ]);
  });

  test('two versions that come in together correct one another in their order', async () => {
    const { articles, acts } = scratch.store;
    const both = ['Six.', 'Seven.'].map((text) => submission(text, { origin: 'urn:meridian:78' }));
    const [six, seven] = (await articles.acceptMany(both, 'ana')).map((answer) =>
      'id' in answer ? answer.id : '',
    );
    const corrections = await acts.list({ subject: `article:${six}` });
    expect(corrections.map(({ decision }) => decision)).toEqual([
      { kind: 'correct_article', articleId: seven, replaces: six },
    ]);
  });

  test('a withdrawal takes back the latest version', async () => {
    const { articles, acts } = scratch.store;
    const { id } = await articles.accept(submission('Three were hurt.', { origin }), 'ana');
    const at = '2021-03-06T20:00:00Z';
    expect(await articles.withdraw({ origin, at, reason: 'KILL' })).toBe(true);
    expect(await articles.withdraw({ origin: 'urn:nobody', reason: 'KILL' })).toBe(false);
    expect((await acts.list({ subject: `article:${id}` }))[0]).toMatchObject({
      reason: 'KILL',
      decision: { kind: 'withdraw_article', articleId: id, from: at },
    });
  });

  test('many at once: each has its answer, and one that cannot be kept takes no other with it', async () => {
    const { articles } = scratch.store;
    const answers = await articles.acceptMany(
      [
        submission('One.', { id: 'one' }),
        submission('One.'),
        submission('A NUL \0.'),
        submission('Other.', { id: 'one' }),
        submission('Mir.', { language: 'ru', unread: 'It is in Russian.' }),
      ],
      'cli',
    );
    expect(answers).toMatchObject([
      { id: 'one', duplicate: false },
      { id: 'one', duplicate: true },
      { code: 'unstorable' },
      { code: 'id_taken' },
      { duplicate: false },
    ]);
    const last = answers[4];
    expect(last && 'duplicate' in last && (await articles.get(last.id))).toMatchObject({
      state: 'unread',
      reason: 'It is in Russian.',
    });
  });
});

test('copies of one text point at the one that came out first, in whatever order they came in', async () => {
  const { articles, extractions } = scratch.store;
  const keep = async (name: string, signature: string) => {
    const text = `${name} fell silent. The road was opened.`;
    const { id } = await articles.accept(submission(text), 'cli');
    await extractions.save(extractionOfSentences(id, text), signature);
    return id;
  };
  const lanes = 'abcd'.repeat(64);
  const [second, third, other] = [
    await keep('B', lanes),
    await keep('C', `${lanes.slice(0, 200)}${'0'.repeat(56)}`),
    await keep('Z', '1234'.repeat(64)),
  ];
  expect((await articles.near(third)).map(({ id, shared }) => [id, shared])).toEqual([[second, 50 / 64]]);
  await articles.linkCopy({ id: third, other: second, isFirst: false, likeness: 0.8 });
  const first = await keep('A', lanes);
  await articles.linkCopy({ id: first, other: third, isFirst: true, likeness: 0.9 });
  const copies = await Promise.all(
    [first, second, third, other].map(async (id) => (await articles.get(id))?.copyOf),
  );
  expect(copies).toEqual([null, first, first, null]);
});

describe('feeds', () => {
  test('are due in their time, back off, and remember what they had', async () => {
    const { feeds } = scratch.store;
    const address = 'https://courier.example/feed';
    const id = await feeds.add({ address, everySeconds: 900 }, 'ana');
    await expect(feeds.add({ address, everySeconds: 900 }, 'ana')).rejects.toMatchObject({
      code: 'feed_known',
    });
    expect(await feeds.due()).toEqual([id]);
    expect(await feeds.unseen(id, ['a', 'b'])).toEqual(new Set(['a', 'b']));
    await feeds.see(id, 'a');
    await feeds.see(id, 'a');
    expect(await feeds.unseen(id, ['a', 'b'])).toEqual(new Set(['b']));
    await feeds.failed(id, 'It answered 503.', 60);
    expect(await feeds.due()).toEqual([]);
    expect(await feeds.get(id)).toMatchObject({ failures: 1, error: 'It answered 503.', succeededAt: null });
    await feeds.succeeded(id, {
      title: 'Courier',
      etag: '"1"',
      hasNew: true,
      wait: 0,
      movedTo: `${address}s`,
    });
    const [feed] = await feeds.list();
    expect(feed).toMatchObject({
      title: 'Courier',
      address: `${address}s`,
      failures: 0,
      error: null,
      newItems: [0, 0, 0, 0, 0, 0, 1],
    });
    await feeds.pause(id, true, 'ana');
    expect(await feeds.due()).toEqual([]);
    await feeds.pause(id, false, 'ana');
    expect(await feeds.due()).toEqual([id]);
    await feeds.remove(id, 'ana');
    expect(await feeds.list()).toEqual([]);
  });
});
