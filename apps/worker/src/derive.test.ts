import { createHash } from 'node:crypto';
import { testDatabase } from '@trucewatch/local/testing';
import { cutSpan, type DecidedEvent, type Event, type Extraction } from '@trucewatch/schema';
import { countReport, decidedEvent, folder, Story } from '@trucewatch/status';
import { openStore, type Store } from '@trucewatch/store';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startDeriving } from './derive.ts';

const log = pino({ level: 'silent' });
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;

beforeAll(async () => {
  database = await testDatabase();
  store = openStore({ url: database.url, onError: () => {} });
  await store.migrate();
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** Keeps an article that says something of one war, and what an extractor finds in it. */
async function told(text: string, publishedAt: string, more: Partial<Event> = {}, version = '1') {
  const fingerprint = createHash('sha256').update(text).digest('hex');
  const { id } = await store.articles.accept({ text, publishedAt, fingerprint }, 'cli');
  const mention = cutSpan({ text }, 0, text.length);
  const actor = (role: 'initiator' | 'recipient', of: string) => ({ role, id: of, name: of, mention });
  const event: Event = {
    id: 'e0',
    type: 'clash',
    reality: 'actual',
    actors: [actor('initiator', 'country:AM'), actor('recipient', 'country:AZ')],
    when: null,
    effectiveAt: null,
    until: null,
    where: null,
    casualties: [],
    claims: [],
    ceasefireRefs: [],
    purpose: [],
    codes: {},
    evidence: [mention],
    confidence: 0.9,
    ...more,
  };
  const extraction: Extraction = {
    articleId: id,
    extractor: { name: 'test', version },
    events: [event],
    warnings: [],
  };
  await store.extractions.save(extraction);
  return id;
}
const truce = { type: 'ceasefire', step: 'agreed' } as const;

function deriving(of: Parameters<typeof startDeriving>[0]['store'] = store, retryAfter = 3_600) {
  const started = startDeriving({ store: of, log, retryAfter });
  onTestFinished(() => started.close());
  return started;
}

/** The war as a story of everything stored tells it. */
async function expected() {
  const story = new Story();
  story.decide((await store.extractions.wideActs()) ?? []);
  for await (const report of store.extractions.reports())
    story.add([countReport(report, report.acts).report]);
  const { events: _, ...conflict } = story.conflict('nagorno-karabakh') ?? {};
  return {
    conflict: JSON.parse(JSON.stringify(conflict)),
    happenings: story.happenings('nagorno-karabakh')?.happenings(),
  };
}
async function stored() {
  const found = await store.derived.read('nagorno-karabakh');
  return found && { conflict: found.conflict, happenings: found.happenings };
}
const isSameAsTold = async () => {
  const { conflict, happenings } = await expected();
  const found = await stored();
  expect(found?.conflict).toEqual(conflict);
  expect(new Map(found?.happenings.map((one) => [one.id, one.events]))).toEqual(
    new Map(happenings?.map((one) => [one.id, one.events])),
  );
};

test('what is extracted is in the rows, article by article, by several workers and after a restart', async () => {
  const one = deriving();
  await told('They fought.', '2020-10-01T10:00:00Z');
  await one.settled();
  await isSameAsTold();
  await told('They agreed on a truce.', '2020-10-10T10:00:00Z', truce);
  const other = deriving();
  await Promise.all([one.settled(), other.settled()]);
  await isSameAsTold();

  const again = await told('They fought once more.', '2020-10-11T10:00:00Z');
  await other.settled();
  await isSameAsTold();
  await one.close();
  await told('They fought once more.', '2020-10-11T10:00:00Z', { reality: 'negated' }, '2');
  await told('They fought anew.', '2020-10-12T10:00:00Z');
  const restarted = deriving();
  await Promise.all([restarted.settled(), other.settled()]);
  await isSameAsTold();
  expect((await store.extractions.current(again))?.extractor.version).toBe('2');
  const revision = await store.extractions.revision();
  expect(await store.derived.state()).toEqual({ revision, madeBy: `${folder.name} ${folder.version}` });
});

test('what people decide is in the rows, and undone it is out again', async () => {
  const id = await told('They fought and nobody saw it.', '2020-10-13T10:00:00Z');
  const other = await told('They fought on another day.', '2020-10-20T10:00:00Z');
  const one = deriving();
  await one.settled();
  const before = await stored();
  const decided = async (articleId: string) => {
    const found = await store.extractions.current(articleId);
    return decidedEvent(articleId, found?.events[0] as Event);
  };
  const events = [await decided(id), await decided(other)];
  const by = { author: 'ana', reason: 'I read both.' };
  await store.acts.add({ ...by, decision: { kind: 'join', events } });
  await one.settled();
  await isSameAsTold();
  expect((await stored())?.happenings).toHaveLength((before?.happenings.length ?? 0) - 1);
  await store.acts.add({ ...by, decision: { kind: 'reject_event', event: events[1] as DecidedEvent } });
  await one.settled();
  await isSameAsTold();
  expect(JSON.stringify((await stored())?.happenings)).not.toContain(other);
  for (const act of (await store.acts.list()).filter(({ undoneBy }) => undoneBy === null))
    await store.acts.add({ ...by, decision: { kind: 'undo', act: act.id } });
  await one.settled();
  await isSameAsTold();
  expect(await stored()).toEqual(before);
});

test('without being asked it hears of what is extracted', async () => {
  deriving();
  await told('They fought, and somebody heard of it.', '2020-10-14T10:00:00Z');
  const revision = await store.extractions.revision();
  await expect.poll(async () => (await store.derived.state())?.revision).toBe(revision);
  await isSameAsTold();
});

test('what cannot be written is tried again, and no extraction is lost by it', async () => {
  let isBroken = true;
  const derived: Store['derived'] = {
    ...store.derived,
    replace: (...derivations) =>
      isBroken ? Promise.reject(new Error('the disk is full')) : store.derived.replace(...derivations),
  };
  const one = deriving({ ...store, derived }, 0.02);
  const id = await told('They fought on a full disk.', '2020-10-15T10:00:00Z');
  await expect(one.settled()).rejects.toThrow('full');
  expect((await store.extractions.current(id))?.events).toHaveLength(1);
  isBroken = false;
  const revision = await store.extractions.revision();
  await expect.poll(async () => (await store.derived.state())?.revision).toBe(revision);
  await isSameAsTold();
});

test('rows of a conflict that no article tells of any more are taken away', async () => {
  await store.derived.replace({
    conflict: { id: 'forgotten', name: 'Forgotten', parties: [], ceasefires: [], intervals: [] },
    happenings: { all: [] },
    revision: 0,
    madeBy: 'an older version',
    originOf: () => undefined,
  });
  await told('They fought for the last time.', '2020-10-16T10:00:00Z');
  await deriving().settled();
  expect(await store.derived.conflictIds()).toEqual(['nagorno-karabakh']);
});
