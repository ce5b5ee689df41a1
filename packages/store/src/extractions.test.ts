import { testDatabase } from '@trucewatch/local/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractionOfSentences, scratchStore, submission } from './scratch-store.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
});
afterAll(() => scratch.drop());

async function article(text: string) {
  const { id } = await scratch.store.articles.accept(submission(text), 'cli');
  return id;
}
async function reportOf(id: string) {
  for await (const report of scratch.store.extractions.reports()) if (report.article.id === id) return report;
  return undefined;
}

describe('keeping an extraction', () => {
  test('makes its events readable and the article extracted; the revision grows', async () => {
    const { articles, extractions } = scratch.store;
    const text = 'The guns fell silent. The road was opened.';
    const id = await article(text);
    const before = await extractions.revision();
    const extraction = extractionOfSentences(id, text);
    await articles.begin(id);
    await extractions.save({ ...extraction, warnings: ['two clocks disagree'] });
    expect(await extractions.current(id)).toMatchObject({
      extractor: { name: 'sentences', version: '1' },
      events: extraction.events,
      warnings: ['two clocks disagree'],
    });
    expect((await articles.get(id))?.state).toBe('extracted');
    expect(await extractions.revision()).toBeGreaterThan(before);
    expect(await reportOf(id)).toMatchObject({ article: { id }, events: extraction.events });
  });

  test('twice leaves the same rows, in whatever order doubled jobs end', async () => {
    const text = 'One. Two. Three.';
    const id = await article(text);
    const extraction = extractionOfSentences(id, text);
    await Promise.all([1, 2, 3, 4].map(() => scratch.store.extractions.save(extraction)));
    expect((await reportOf(id))?.events).toEqual(extraction.events);
  });

  test('replaces what the same version found as a whole, and sets other versions aside', async () => {
    const text = 'One. Two. Three.';
    const id = await article(text);
    const { extractions, search } = scratch.store;
    const full = extractionOfSentences(id, text);
    await extractions.save(full);
    await extractions.save({ ...full, events: full.events.slice(2) });
    expect((await reportOf(id))?.events).toEqual(full.events.slice(2));
    await extractions.save({ ...extractionOfSentences(id, text, '2'), events: full.events.slice(0, 1) });
    expect((await extractions.current(id))?.extractor.version).toBe('2');
    expect((await reportOf(id))?.events).toEqual(full.events.slice(0, 1));
    expect((await search.events('three')).hits).toEqual([]);
  });

  test('many extractions at once wait for each other without a deadlock', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => `Report ${index}. It says little.`);
    const ids = await Promise.all(texts.map(article));
    const twice = [...ids, ...ids.toReversed()];
    await Promise.all(
      twice.map((id) =>
        scratch.store.extractions.save(extractionOfSentences(id, texts[ids.indexOf(id)] ?? '')),
      ),
    );
    for (const id of ids) expect((await scratch.store.articles.get(id))?.state).toBe('extracted');
  });

  test('of several kept at once each has its own revision, its own events and its own refusal', async () => {
    const { extractions } = scratch.store;
    const texts = ['Alone. At first.', 'It is quoted falsely.', 'Together. In time.', 'Together too.'];
    const ids = await Promise.all(texts.map(article));
    const found = ids.map((id, index) => extractionOfSentences(id, texts[index] ?? ''));
    const [, second] = found;
    if (second?.events[0]) second.events[0].evidence = [{ start: 0, end: 2, quote: 'no' }];
    const kept = await Promise.allSettled(found.map((one) => extractions.save(one)));
    expect(kept.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    const reports = await Promise.all(ids.map(reportOf));
    expect(reports.map((report) => report?.events)).toEqual(
      found.map(({ events }, index) => (index === 1 ? undefined : events)),
    );
    const revisions = reports.flatMap((report) => report?.revision ?? []);
    expect(new Set(revisions).size).toBe(3);
    expect(await extractions.revision()).toBe(Math.max(...revisions));
  });

  test('takes more events than one statement has parameters for', async () => {
    const text = 'x.'.repeat(6_000);
    const id = await article(text);
    await scratch.store.extractions.save(extractionOfSentences(id, text));
    expect((await reportOf(id))?.events).toHaveLength(6_000);
  });
});

describe('an extraction is refused whole, and nothing of the old one is lost,', () => {
  test('for one quote that is not in the article', async () => {
    const text = 'One. Two.';
    const id = await article(text);
    const { articles, extractions } = scratch.store;
    const good = extractionOfSentences(id, text);
    await extractions.save(good);
    const revision = await extractions.revision();
    const false_ = extractionOfSentences(id, 'One. Six.');
    await expect(extractions.save(false_)).rejects.toMatchObject({ name: 'Refusal', code: 'false_quote' });
    expect((await extractions.current(id))?.events).toEqual(good.events);
    expect(await extractions.revision()).toBe(revision);
    expect((await articles.get(id))?.state).toBe('extracted');
  });

  test('for an event id used twice', async () => {
    const text = 'First. Second.';
    const id = await article(text);
    const extraction = extractionOfSentences(id, text);
    const [first] = extraction.events;
    if (!first) throw new Error('the sample has no event');
    const doubled = { ...extraction, events: [first, first] };
    await expect(scratch.store.extractions.save(doubled)).rejects.toMatchObject({ code: 'unstorable' });
    expect(await scratch.store.extractions.current(id)).toBeNull();
  });

  test('for an article that is not there', async () => {
    const lost = extractionOfSentences('nowhere', 'One.');
    await expect(scratch.store.extractions.save(lost)).rejects.toMatchObject({ code: 'unknown_article' });
  });
});

test('an article may fail only while it has no result', async () => {
  const text = 'Done already.';
  const id = await article(text);
  await scratch.store.extractions.save(extractionOfSentences(id, text));
  await scratch.store.articles.fail(id, 'a doubled job was too slow');
  expect(await scratch.store.articles.get(id)).toMatchObject({ state: 'extracted', reason: null });
});
