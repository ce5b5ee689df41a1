import { readFileSync } from 'node:fs';
import { Timeline } from '@trucewatch/schema';
import { describe, expect, it } from 'vitest';
import { runCli } from '../spawned-cli.ts';

const agreed = {
  id: 'agreed',
  publishedAt: '2020-10-10T18:00:00Z',
  text: 'Armenia and Azerbaijan agreed on Saturday to a humanitarian ceasefire. The ceasefire took effect at noon on Saturday.',
};
const accused = {
  id: 'accused',
  publishedAt: '2020-10-12T08:00:00Z',
  text: 'Azerbaijan accused Armenia on Sunday of violating the ceasefire that the two sides agreed on Saturday. Armenia accused Azerbaijan of violating it.',
};
const input = `${JSON.stringify(accused)}\n${JSON.stringify(agreed)}\n`;

async function statusesOf(...args: string[]) {
  const { stdout } = await runCli(['timeline', ...args], { input });
  return Timeline.parse(JSON.parse(stdout)).conflicts.flatMap((conflict) =>
    conflict.intervals.map((interval) => `${interval.formal}/${interval.compliance}`),
  );
}

describe('timeline', () => {
  it('finds the four truces of the sample story once each, with the instants from which they held', async () => {
    const story = new URL(
      '../../../../infra/local/sample-story/nagorno-karabakh-2020.jsonl',
      import.meta.url,
    );
    const { stdout } = await runCli(['timeline'], { input: readFileSync(story, 'utf8') });
    const { conflicts } = Timeline.parse(JSON.parse(stdout));
    expect(conflicts).toHaveLength(1);
    expect(
      conflicts[0]?.ceasefires.map(({ effectiveAt, outcome }) => [effectiveAt?.earliest, outcome]),
    ).toEqual([
      ['2020-10-10T08:00:00.000Z', 'collapsed'],
      ['2020-10-17T20:00:00.000Z', 'collapsed'],
      ['2020-10-26T04:00:00.000Z', 'collapsed'],
      ['2020-11-09T21:00:00.000Z', 'in_effect'],
    ]);
  });

  it('tells one conflict from two articles that came in the wrong order', async () => {
    const { status, stdout } = await runCli(['timeline'], { input });
    const { conflicts } = Timeline.parse(JSON.parse(stdout));
    expect(status).toBe(0);
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.ceasefires).toHaveLength(1);
    expect(await statusesOf()).toContain('in_effect/violations_alleged_both');
  });

  it('explains itself to a person: each change with its rule and the sentences that prove it', async () => {
    const { stdout } = await runCli(['timeline', '--explain'], { input });
    expect(stdout).toContain('Ceasefire nagorno-karabakh:2020-10-10');
    expect(stdout).toContain('2020-10-10 08:00 UTC');
    expect(stdout).toContain('violation-alleged: A breach is alleged or reported.');
    expect(stdout).toContain('“Armenia accused Azerbaijan of violating it.” (2020-10-12)');
    expect((await runCli(['timeline', '--format', 'text'], { input })).stdout).toBe(stdout);
  });

  it('takes back what a correction replaces, from the correction on', async () => {
    const correction = {
      id: 'correction',
      publishedAt: '2020-10-13T08:00:00Z',
      text: 'Correction: our report of Monday was wrong.',
      replaces: 'accused',
    };
    const all = `${input}${JSON.stringify(correction)}\n`;
    const { stdout } = await runCli(['timeline'], { input: all });
    expect(stdout).not.toContain('violations_alleged');
    const before = await runCli(['timeline', '--as-known-at', '2020-10-12'], { input: all });
    expect(before.stdout).toContain('violations_alleged_both');
  });

  it('leaves out what was published later than --as-known-at', async () => {
    const known = await statusesOf('--as-known-at', '2020-10-11');
    expect(known.some((status) => status.startsWith('in_effect'))).toBe(true);
    expect(known.some((status) => status.includes('violations'))).toBe(false);
  });

  it('names a bad line, leaves it out and still answers', async () => {
    const bad = await runCli(['timeline', '--pretty'], { input: `${input}nonsense\n` });
    const good = await runCli(['timeline'], { input });
    expect(bad.status).toBe(1);
    expect(bad.stderr).toMatch(/^Line 3 is left out\. The line is not JSON/);
    expect(JSON.parse(bad.stdout)).toEqual(JSON.parse(good.stdout));
  });

  it('refuses an instant that it cannot read', async () => {
    const { status, stderr } = await runCli(['timeline', '--until', 'tomorrow']);
    expect(status).toBe(1);
    expect(stderr).toContain('Write it as 2020-10-17T22:30:00Z');
  });
});
