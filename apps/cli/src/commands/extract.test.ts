import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extraction, ExtractionFailure } from '@trucewatch/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, runCli } from '../spawned-cli.ts';

const text =
  'Azerbaijan and Armenia agreed to a humanitarian ceasefire on Saturday. It is to start at midnight local time.\n\nAzerbaijan accused Armenia of shelling the town of Tartar, killing four civilians.';
const article = { id: 'a', text, publishedAt: '2020-10-17T22:30:00Z' };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trucewatch-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('extract', () => {
  it('answers each line in its order, and a bad line with an error line and exit status 1', async () => {
    const input = [
      JSON.stringify({ ...article, id: 'first' }),
      '{"id": "broken',
      JSON.stringify({ text }),
      JSON.stringify({ id: 'no-text' }),
      '',
      JSON.stringify({ ...article, id: 'when', publishedAt: 'last week' }),
      '[1]',
      `${JSON.stringify({ ...article, id: 'last' })}\r`,
    ].join('\n');
    const { status, stdout, stderr } = await runCli(['extract'], { input });
    const lines = jsonLines(stdout);
    expect(status).toBe(1);
    expect(stderr).toBe('');
    expect(lines.map((line) => ExtractionFailure.safeParse(line).data?.error.code ?? 'extracted')).toEqual([
      'extracted',
      'not_json',
      'not_an_article',
      'not_an_article',
      'not_an_article',
      'not_an_article',
      'extracted',
    ]);
    expect(lines.map((line) => (line as { articleId: string | null }).articleId)).toEqual([
      'first',
      null,
      null,
      'no-text',
      'when',
      null,
      'last',
    ]);
    expect(lines[3]).toMatchObject({ error: { message: expect.stringContaining('text') } });
  });

  it('finds events whose quotes are the article, with no database and no environment', async () => {
    const { status, stdout } = await runCli(['extract'], { input: `${JSON.stringify(article)}\n` });
    expect(status).toBe(0);
    const { events, mentions } = Extraction.parse(jsonLines(stdout)[0]);
    expect(mentions).toBeUndefined();
    expect(events).toContainEqual(expect.objectContaining({ type: 'ceasefire', step: 'agreed' }));
    for (const span of events.flatMap((event) => event.evidence)) {
      expect(text.slice(span.start, span.end)).toBe(span.quote);
    }
  });

  it('adds what it recognised with --mentions', async () => {
    const file = join(folder, 'one.jsonl');
    writeFileSync(file, JSON.stringify(article));
    const { stdout } = await runCli(['extract', '--mentions', '--input', file]);
    const { mentions } = Extraction.parse(jsonLines(stdout)[0]);
    expect(mentions?.actors.map((actor) => actor.name)).toContain('Azerbaijan');
    expect(mentions?.times.length).toBeGreaterThan(0);
  });

  it('writes a chronicle with quotes for a person', async () => {
    const file = join(folder, 'article.txt');
    writeFileSync(file, text);
    const options = ['--published-at', '2020-10-17T22:30:00Z', '--title', 'A pause', '--pretty'];
    const { status, stdout } = await runCli(['extract', '--text', file, ...options]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^A pause\npublished 2020-10-17T22:30:00Z · \d+ events?/);
    expect(stdout).toContain('ceasefire · agreed');
    expect(stdout).toContain('“Azerbaijan and Armenia agreed');
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  it('keeps escape sequences of a hostile text away from the terminal', async () => {
    const input = 'Azerbaijan and Armenia agreed to a \u001b[2J\u202eceasefire on Saturday.';
    const { stdout } = await runCli(['extract', '--text', '-', '--pretty'], { input });
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u202e');
  });

  it('says in one sentence what is wrong with what it was given', async () => {
    const missing = await runCli(['extract', '--input', join(folder, 'nowhere.jsonl')]);
    expect(missing).toMatchObject({ status: 1, stdout: '' });
    expect(missing.stderr).toMatch(/^There is no file .*nowhere\.jsonl\.\n$/);
    const misspelt = await runCli(['extract', '--mention']);
    expect(misspelt.stderr).toContain('Did you mean --mentions?');
    const alone = await runCli(['extract', '--pretty']);
    expect(alone.stderr).toContain('--pretty goes with --text FILE');
  });

  it('ends quietly when the reader has seen enough', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), 'extract'], { env: {} });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    for (let n = 0; n < 300; n += 1) child.stdin.write(`${JSON.stringify({ ...article, id: `${n}` })}\n`);
    child.stdin.end();
    const [status] = await once(child, 'close');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
