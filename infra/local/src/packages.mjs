// Plain JavaScript: the bootstrap installs the packages with this before TypeScript can run.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One version for everybody; also in package.json (packageManager) and docs. */
const pnpm = 'pnpm@12.21.0';

/** npx's arguments that run pnpm. Without "prefer offline" npx asks the registry even for what it has, and waits a minute where there is none. */
export const throughNpx = ['--prefer-offline', '--yes', pnpm];

/**
 * Whether node_modules was installed from exactly these files on this kind of machine; pnpm's own check takes a second, this a millisecond.
 * @param {string} repository
 */
export function packagesInStep(repository) {
  const stamp = stampFile(repository);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(repository);
}

/**
 * Installs exactly what the lockfile says.
 * @param {string} repository
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>} null, or what failed and what to do
 */
export async function installPackages(repository, env) {
  const args = [...throughNpx, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'];
  // Without a network npm would try for more than a minute before it says so.
  const impatient = { npm_config_fetch_retry_mintimeout: '2000', npm_config_fetch_retry_factor: '2' };
  const { code, output } = await run('npx', args, { cwd: repository, env: { ...env, ...impatient } });
  if (code === 0) {
    writeFileSync(stampFile(repository), fingerprint(repository));
    return null;
  }
  return `${reason(output)}\n\nThe end of the log:\n${lastLines(output)}`;
}

/** @param {string} output */
function reason(output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL/.test(
      output,
    )
  ) {
    return 'The packages could not be fetched, the npm registry does not answer: check the network (behind a proxy set HTTPS_PROXY) and run the command again.';
  }
  if (/ENOSPC/.test(output))
    return 'The disk is full: the packages need about 1.5 GB; make room and run the command again.';
  if (/EACCES|EPERM/.test(output)) {
    return 'The packages could not be written: run the command as the user who owns this folder (an earlier run as root may have left files: chown them).';
  }
  if (/OUTDATED_LOCKFILE/.test(output)) {
    return `A package.json and pnpm-lock.yaml disagree: run npx ${pnpm} install and commit the lockfile.`;
  }
  return 'Installing the packages failed: read the log below, then run the command again.';
}

/** @param {string} output */
function lastLines(output) {
  return output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-15)
    .map((line) => `  ${line}`)
    .join('\n');
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.once('close', (code) => resolve({ code: code === null ? 1 : code, output }));
  });
}

/** @param {string} repository */
function stampFile(repository) {
  return join(repository, 'node_modules/.installed');
}

/** @param {string} repository */
function fingerprint(repository) {
  const folders = ['packages', 'apps', 'infra'].flatMap((parent) => {
    const path = join(repository, parent);
    return existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : [];
  });
  const manifests = [repository, ...folders.sort()].map((folder) => join(folder, 'package.json'));
  const files = [join(repository, 'pnpm-lock.yaml'), join(repository, 'pnpm-workspace.yaml'), ...manifests];
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${repository}`);
  for (const file of files) if (existsSync(file)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}
