import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extraction } from '@trucewatch/schema';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { jsonLines, runCli } from './spawned-cli.ts';

const told = 'Azerbaijan accused Armenia of shelling the town of Tartar on Saturday.';
const line = `${JSON.stringify({ id: 'a1', text: told, publishedAt: '2020-10-17T22:30:00Z' })}\n`;
const proposal = {
  ...{
    quotes: [told],
    type: 'clash',
    step: null,
    mode: null,
    reality: 'actual',
    where: 'Tartar',
    when: null,
  },
  ...{ parties: [], initiators: ['Armenia'], recipients: [], mediators: [], victims: [], ceasefire: null },
  ...{ effectiveAt: null, until: null, casualties: [], claims: [] },
};
let calls = 0;
let status = 200;
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    calls += 1;
    response.writeHead(status, { 'content-type': 'application/json' });
    const message = { role: 'assistant', content: JSON.stringify({ events: [proposal] }) };
    response.end(JSON.stringify({ choices: [{ index: 0, finish_reason: 'stop', message }] }));
  });
});
let env: Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'trucewatch-model-'));
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  env = { MODEL_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, MODEL_NAME: 'stub' };
});
beforeEach(() => {
  calls = 0;
  status = 200;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

describe('--engine', () => {
  it('asks nobody when it is not given, whatever the environment names', async () => {
    const { stdout } = await runCli(['extract'], { input: line, env });
    expect(jsonLines(stdout)).toMatchObject([{ extractor: { name: 'trucewatch-rules' } }]);
    expect(stdout).not.toContain('engines');
    expect(calls).toBe(0);
  });

  it('both marks who found what, and keeps the answers in a folder for their owner alone', async () => {
    const cache = join(folder, 'cache');
    const args = ['extract', '--engine', 'both', '--model-cache', cache];
    const first = await runCli(args, { input: line, env });
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const [extraction] = jsonLines(first.stdout).map((value) => Extraction.parse(value));
    expect(extraction?.extractor.name).toBe('trucewatch-both');
    expect(extraction?.events.find((event) => event.engines?.length === 2)?.disagreements).toContainEqual({
      field: 'type',
      rules: 'attack',
      model: 'clash',
    });
    expect(await runCli(args, { input: line, env })).toEqual(first);
    expect(calls).toBe(1);
    const [file] = readdirSync(cache);
    expect(statSync(join(cache, file ?? '')).mode & 0o077).toBe(0);
  });

  it('model gives an error line when there is no answer; both gives what the rules find, timeline says so', async () => {
    status = 401;
    const options = ['--model-cache', join(folder, 'other')];
    const alone = await runCli(['extract', '--engine', 'model', ...options], { input: line, env });
    expect(alone.status).toBe(1);
    expect(jsonLines(alone.stdout)).toMatchObject([
      { articleId: 'a1', error: { code: 'extraction_failed' } },
    ]);
    const both = await runCli(['extract', '--engine', 'both', ...options], { input: line, env });
    const rules = await runCli(['extract'], { input: line });
    expect((jsonLines(both.stdout)[0] as Extraction).events).toEqual(
      (jsonLines(rules.stdout)[0] as Extraction).events,
    );
    const timeline = await runCli(['timeline', '--engine', 'both', ...options], { input: line, env });
    expect(timeline.stderr).toMatch(/^a1: .*does not accept the key.*from the rules alone\.\n$/);
  });

  it('says in one sentence what must be set', async () => {
    const none = await runCli(['extract', '--engine', 'model'], { input: line });
    expect(none).toMatchObject({ status: 1, stdout: '' });
    expect(none.stderr).toMatch(/^No language model is known: set MODEL_URL=\S+ and MODEL_NAME .*\n$/);
    const wrong = await runCli(['extract', '--engine', 'both'], {
      input: line,
      env: { ...env, MODEL_URL: 'file:///etc/passwd', MODEL_CALLS: 'many' },
    });
    expect(wrong.stderr).toMatch(/^MODEL_URL must be an address .*\nMODEL_CALLS must be a number .*\n$/);
  });
});
