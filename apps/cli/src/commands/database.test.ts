import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from '@trucewatch/extraction';
import { testDatabase } from '@trucewatch/local/testing';
import { openConsumer } from '@trucewatch/queue';
import { openStore, type Store } from '@trucewatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../spawned-cli.ts';

const first = {
  id: 'first',
  title: 'A pause is agreed',
  publishedAt: '2020-10-10T18:00:00Z',
  text: 'Armenia and Azerbaijan agreed to a humanitarian ceasefire in Moscow on Saturday, the foreign ministries said. It took effect at noon.',
};
const second = {
  id: 'second',
  text: 'Azerbaijan accused Armenia on Sunday of violating the ceasefire that was agreed in Moscow the day before.',
};

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  store = openStore({ url: database.url, onError: () => {} });
  folder = mkdtempSync(join(tmpdir(), 'trucewatch-cli-'));
  env = { DATABASE_URL: database.url };
});
afterAll(async () => {
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function file(name: string, ...lines: (object | string)[]): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return path;
}

/** What the worker does, here in the test's own process. */
function workAway() {
  return openConsumer({
    databaseUrl: database.url,
    concurrency: 2,
    onError: () => {},
    handlers: {
      async 'extract-article'({ articleId }) {
        const article = await store.articles.begin(articleId);
        if (article?.text.includes('unreadable')) await store.articles.fail(articleId, 'it cannot be read');
        else if (article) await store.extractions.save(extract(article));
      },
      'read-intake': async () => {},
      'poll-feed': async () => {},
      'deliver-alert': async () => {},
      'advance-reextraction': async () => {},
      'reextract-article': async () => {},
    },
  });
}

describe('the commands on a database', () => {
  it('say what to do about a database that is not set up, and set it up, twice if asked', async () => {
    const early = await runCli(['submit', file('early.jsonl', first)], { env });
    expect(early).toMatchObject({ status: 1, stdout: '' });
    expect(early.stderr).toContain('run bin/trucewatch migrate');
    const once = await runCli(['migrate'], { env });
    expect(once.stdout).toMatch(/^Tables: ran 001-.*\nQueue: up to date\.\n$/);
    const again = await runCli(['migrate'], { env });
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(again.stdout).toContain('up to date already');
  });

  it('accept an article once, and call the same text a duplicate', async () => {
    const articles = file('articles.jsonl', first, second);
    const once = await runCli(['submit', articles], { env });
    expect(once).toMatchObject({ status: 0, stderr: '' });
    expect(once.stdout).toBe(
      `${articles}:1  accepted as first\n${articles}:2  accepted as second\n2 accepted, 0 duplicates, 0 refused.\n`,
    );
    const copy = file('copy.jsonl', { ...first, id: 'copy' });
    const again = await runCli(['submit', copy], { env });
    expect(again.status).toBe(0);
    expect(again.stdout).toContain(`${copy}:1  duplicate of first`);
  });

  it('refuse what is no article, line by line, and take the rest', async () => {
    const mixed = file('mixed.jsonl', 'nonsense', {
      id: 'third',
      text: 'Talks resumed in Geneva on Friday between the two sides.',
    });
    const { status, stdout } = await runCli(['submit', '--input', mixed], { env });
    expect(status).toBe(1);
    expect(stdout).toMatch(/mixed\.jsonl:1 {2}refused: The line is not JSON/);
    expect(stdout).toContain('1 accepted, 0 duplicates, 1 refused.');
  });

  it('submit nothing with --if-empty when something is there', async () => {
    const { status, stdout } = await runCli(['submit', '--if-empty', file('more.jsonl', second)], { env });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^The database holds \d+ articles already: nothing was submitted\.\n$/);
  });

  it('keep an article although the queue is away', async () => {
    const text = file(
      'report.txt',
      'Shelling was reported near the border on Monday by officials on both sides.',
    );
    const away = { ...env, REDIS_URL: 'redis://127.0.0.1:9' };
    const { status, stdout, stderr } = await runCli(['submit', text, '--source', 'Own'], { env: away });
    expect(status).toBe(0);
    expect(stdout).toContain('1 accepted');
    expect(stderr).toContain('The queue (Redis at 127.0.0.1:9) does not answer');
    expect((await store.articles.list({ limit: 1 }))[0]).toMatchObject({ source: 'Own', state: 'accepted' });
  });

  it('wait until each article is extracted or has failed, those that were there before included', async () => {
    const worker = workAway();
    try {
      const bad = { id: 'bad', text: 'This text is unreadable for the worker of this test, which says so.' };
      const articles = file(
        'wait.jsonl',
        first,
        { id: 'new', text: 'Armenia and Azerbaijan exchanged prisoners on Friday.' },
        bad,
      );
      const { status, stdout } = await runCli(['submit', '--wait', articles], { env });
      expect(stdout).toContain('2 accepted, 1 duplicates, 0 refused.');
      expect(stdout).toContain('bad  failed: it cannot be read');
      expect(stdout).toContain('2 extracted, 1 failed.');
      expect(status).toBe(1);
    } finally {
      await worker.close();
    }
  });

  it('make what is derived anew, say what differed, and find nothing to change the second time', async () => {
    const once = await runCli(['replay'], { env });
    expect(once).toMatchObject({ status: 0, stderr: '' });
    expect(once.stdout).toMatch(/^nagorno-karabakh {2}\d+ articles, .*: conflicts 1 added; .*\n/);
    expect(once.stdout).toMatch(
      /\n1 conflict from \d+ events of \d+ articles\. 1 differed from what was stored\.\n$/,
    );
    const again = await runCli(['replay'], { env });
    expect(again.stdout).toMatch(/: the same\n.* Nothing differed from what was stored\.\n$/);
  });

  it('make anew what people decided as well: an article that another replaces no longer counts', async () => {
    const act = await store.acts.add({
      author: 'ingest',
      reason: 'It says that it corrects the first.',
      decision: { kind: 'correct_article', articleId: 'new', replaces: 'first' },
    });
    const decided = await runCli(['replay'], { env });
    expect(decided.stdout).toMatch(/articles .*1 removed; /);
    expect(JSON.stringify(await store.derived.read('nagorno-karabakh'))).not.toContain('"first"');
    await store.acts.add({
      author: 'ana',
      reason: 'It does not.',
      decision: { kind: 'undo', act: act.id },
    });
    expect((await runCli(['replay'], { env })).stdout).toMatch(/articles .*1 added/);
  });

  it('say how things are, in words and as JSON', async () => {
    const words = await runCli(['status'], { env });
    expect(words.status).toBe(0);
    expect(words.stdout).toMatch(/Database +answers; its tables are up to date/);
    expect(words.stdout).toMatch(/Articles +\d+ extracted, \d+ waiting, 0 being extracted, 1 failed/);
    const json = JSON.parse((await runCli(['status', '--json'], { env })).stdout);
    expect(json).toMatchObject({ articles: { failed: 1 }, queue: { ok: true, keptIn: 'PostgreSQL' } });
  });

  it('say in one sentence that the database is away', async () => {
    const away = { DATABASE_URL: 'postgres://somebody:secret@127.0.0.1:9/none' };
    for (const command of [['status'], ['replay'], ['migrate'], ['submit', file('away.jsonl', first)]]) {
      const { status, stdout, stderr } = await runCli(command, { env: away });
      expect(status).toBe(1);
      expect(stdout + stderr).toContain('Nothing answers at 127.0.0.1:9');
      expect(stdout + stderr).not.toMatch(/secret|\n +at /);
    }
  });
});

describe('operator-link', () => {
  const link = (...more: string[]) =>
    runCli(['operator-link', '--origin', 'http://localhost:3000', ...more], { env });

  it('prints a link that works once', async () => {
    const { stdout } = await link();
    const token = stdout.match(/\/join\/([\w-]+)\n$/)?.[1] ?? '';
    expect(await store.people.useInvitation(token, 'a@example.org')).toBe('operator');
    await expect(store.people.useInvitation(token, 'b@example.org')).rejects.toThrow('was used already');
  });

  it('sends to the sign-in page when there is an operator, unless another one is asked for', async () => {
    // More columns than the store's own view of the table has: accounts are made by the dashboard.
    const person = {
      id: 'p',
      role: 'operator',
      banned: false,
      name: 'P',
      email: 'p@example.org',
      emailVerified: true,
    };
    await store.kysely.insertInto('user').values(person).execute();
    expect((await link()).stdout).toBe(
      'An operator exists already: sign in at http://localhost:3000/sign-in\n',
    );
    expect((await link('--another', '--role', 'admin')).stdout).toContain('Sign up as one more admin');
  });

  it('refuses an origin that is no address', async () => {
    const { status, stderr } = await runCli(['operator-link', '--origin', 'localhost'], { env });
    expect(status).toBe(1);
    expect(stderr).toContain('--origin localhost is no address');
  });
});
