import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, type CheckResult, interruptChecks, runCheck } from './check.ts';
import { cacheFolder } from './folders.ts';
import { LiveLine } from './live-line.ts';
import { tail } from './log-file.ts';
import { throughNpx } from './packages.mjs';
import { type Counts, countTests } from './vitest-report.ts';

const reportFile = join(cacheFolder, 'test/vitest.json');

/** turbo runs the packages' scripts through pnpm, which only npx can be relied on to have. */
const turbo = (...args: string[]) => ({ command: 'npx', args: [...throughNpx, 'exec', 'turbo', ...args] });

const redis: Check = {
  name: 'Redis for the tests',
  command: process.execPath,
  args: [join(import.meta.dirname, 'test-redis.ts')],
};
const build: Check = { name: 'build', ...turbo('run', 'build') };
const tests = (filter: string[], env: Record<string, string>): Check => ({
  name: 'tests',
  command: 'vitest',
  args: ['run', ...filter, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
  env,
});
const beforeBuild: Check[] = [
  { name: 'format and lint', command: 'biome', args: ['ci', '--colors=off', '--max-diagnostics=50', '.'] },
  { name: 'boundaries', ...turbo('boundaries') },
];
/** These read what the dashboard's build generates, the last also what its types do. */
const afterBuild: Check[] = [
  { name: 'types', ...turbo('run', 'types', '--continue', '--output-logs=errors-only') },
  { name: 'dead code', command: 'knip', args: [] },
];

const live = new LiveLine();

/** Runs everything, two at a time, and returns the exit status. */
async function main(filter: string[]): Promise<number> {
  rmSync(reportFile, { force: true });
  mkdirSync(join(cacheFolder, 'test'), { recursive: true });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, interruptChecks);

  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const failures: CheckResult[] = [];
  const notes: string[] = [];
  const count = (result: CheckResult): void => {
    print(result.passed ? '✓' : '✗', result);
    total[result.passed ? 'passed' : 'failed'] += 1;
    if (!result.passed) failures.push(result);
  };

  // The browser tests and some checks need the build: it goes first.
  const built = run(build);
  const provisioned = await run(redis);
  if (provisioned.passed || process.env.CI === 'true') {
    count(provisioned);
  } else {
    print('–', provisioned, 'skipped');
    total.skipped += 1;
    notes.push(
      `NO REDIS, so everything on Redis was skipped: ${provisioned.stderr.trim()}. Install redis-server or set TEST_REDIS_URL.`,
    );
  }
  const lane = (async () => {
    for (const check of beforeBuild) count(await run(check));
    await built;
    for (const check of afterBuild) count(await run(check));
  })();
  count(await built);
  const ran = await run(tests(filter, provisioned.passed ? {} : { TRUCEWATCH_NO_REDIS: '1' }));
  await lane;

  const counts = countTests(reportFile, ran.passed);
  print(counts.failed ? '✗' : '✓', ran, summary(counts));
  if (counts.failed) failures.push(ran);
  for (const each of ['passed', 'failed', 'skipped'] as const) total[each] += counts[each];

  for (const failure of failures) show(failure);
  for (const note of notes) console.log(`\n${note}`);
  if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

async function run(check: Check): Promise<CheckResult> {
  const end = live.begin(check.name);
  try {
    return await runCheck(check);
  } finally {
    end();
  }
}

function print(mark: string, { name, took }: CheckResult, remark = ''): void {
  live.print(`${mark} ${name.padEnd(22)}${(took / 1000).toFixed(1).padStart(6)} s  ${remark}`.trimEnd());
}

function show({ name, stdout, stderr }: CheckResult): void {
  // vitest lists what ran on the one and explains what failed on the other.
  const said = name === 'tests' && stderr.trim() ? stderr : `${stdout}\n${stderr}`;
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 90 - name.length))}\n${tail(said, 300)}`);
}

function summary({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

// Not process.exit: it would cut off what a slow reader of our output has not taken yet.
process.exitCode = await main(process.argv.slice(2));
