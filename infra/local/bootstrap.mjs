#!/usr/bin/env node
// npm start and npm test begin here, on whatever Node the machine has: plain JavaScript, nothing installed yet.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { portProblem } from './src/free-port.mjs';
import { machineProblem } from './src/machine.mjs';
import { installPackages, packagesInStep } from './src/packages.mjs';
import { step } from './src/progress.mjs';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');

const help = {
  start: `npm start: installs, builds and runs Trucewatch with its own PostgreSQL. Ctrl-C stops it; nothing is lost.

Settings, as environment variables (PORT=4000 npm start):
  PORT          port of the dashboard                                  3000
  HOST          address to listen on; 0.0.0.0 for other machines too   127.0.0.1
  ORIGIN        the address people type, when it differs               http://localhost:PORT
  DATABASE_URL  a PostgreSQL of your own instead of the embedded one   postgres://user:password@host/database
  REDIS_URL     a Redis for the queue instead of PostgreSQL            redis://host:6379
  DATA_DIR      where data, secrets and logs are kept                  .data
  SAMPLE_STORY  no: do not load the sample story into an empty database

While it runs, bin/trucewatch uses the same database.`,
  test: `npm test: format, lint, types, boundaries, dead code, build, and every test. Ends with "N passed, N failed".

  npm test -- PATTERN   only the test files whose path contains PATTERN (the other checks run as always)

  CI=true         a Redis that cannot be had is a failure, not a skip
  TEST_REDIS_URL  a Redis to test with instead of one of our own`,
  setup: 'npm run setup: installs the packages and nothing else.',
};

/**
 * Runs one command and returns its exit status.
 * @param {string | undefined} command
 * @param {string[]} args
 */
async function main(command, args) {
  if (command === undefined || !(command in help)) {
    return fail(`Unknown command ${command}: use npm start, npm test or npm run setup.`);
  }
  const name = /** @type {keyof typeof help} */ (command);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help[name]);
    return 0;
  }
  if (name !== 'test' && args.length > 0) {
    return fail(
      `Unknown option ${args[0]}: settings are environment variables, npm ${name} -- --help lists them.`,
    );
  }
  const unable = machineProblem({
    platform: process.platform,
    arch: process.arch,
    node: process.versions.node,
    glibc: hasGlibc(),
    npx: onPath('npx'),
  });
  if (unable) return fail(unable);

  const env = cleanEnvironment();
  if (!packagesInStep(repository)) {
    // Also asked by start itself; here so that nobody waits for an install only to learn it.
    const busy = name === 'start' ? await busyPort() : null;
    if (busy) return fail(busy);
    const problem = await step(
      'installing packages',
      () => installPackages(repository, env),
      (failed) => (failed ? 'failed' : 'done'),
    );
    if (problem) return fail(problem);
  }
  if (name !== 'setup') return handOver(name, args, env);
  console.log('The packages are in place.');
  return 0;
}

/**
 * Hands over to the TypeScript command, on the Node that came with the packages where there is one.
 * @param {string} name
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function handOver(name, args, env) {
  const programs = join(repository, 'node_modules/.bin');
  const shipped = join(programs, 'node');
  const node = existsSync(shipped) ? shipped : process.execPath;
  const child = spawn(node, [join(repository, `infra/local/src/${name}.ts`), ...args], {
    // The channel carries nothing; that it breaks tells the command that we were killed.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    cwd: repository,
    env: { ...env, PATH: [programs, env.PATH].join(delimiter) },
  });
  // A terminal sends Ctrl-C to all of us; kill and npm send it to us alone. Passed on always: the command takes two at once for one.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', (error) =>
      resolve(fail(`Cannot run ${node} (${error.message}): delete node_modules and run the command again.`)),
    );
    child.once('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  });
}

/** Our environment without what npm adds, which would configure pnpm, and what would leave packages out or tell others about us. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) && name !== 'NODE_ENV');
  return { ...Object.fromEntries(kept), TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
}

/** @returns {Promise<string | null>} */
async function busyPort() {
  const port = process.env.PORT || '3000';
  return /^\d{1,5}$/.test(port) && Number(port) < 65536
    ? portProblem(Number(port), process.env.HOST || '127.0.0.1')
    : null;
}

function hasGlibc() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return Boolean(report.header?.glibcVersionRuntime);
}

/** @param {string} program */
function onPath(program) {
  return (process.env.PATH || '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** @param {string} sentence */
function fail(sentence) {
  console.error(`\n${sentence}`);
  return 1;
}

process.exitCode = await main(process.argv[2], process.argv.slice(3));
