import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { shown } from './folders.ts';
import { dataFolderOwner, postgresMajor, postgresPrograms, unprivilegedCommand } from './postgres-program.ts';
import { Problem } from './problem.ts';

/** What a data folder is: absent (or empty), made by our version, or something that must not be touched. */
export function inspectDataFolder(folder: string): 'absent' | 'usable' {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return 'absent';
  const versionFile = join(folder, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    throw new Problem(
      `${shown(folder)} holds something that is not a PostgreSQL data folder: move it away, or choose another place with DATA_DIR.`,
    );
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== postgresMajor) {
    throw new Problem(
      `${shown(folder)} was made by PostgreSQL ${version}, this release runs ${postgresMajor}: move the folder away and start anew, or dump it with PostgreSQL ${version}, start anew and load the dump.`,
    );
  }
  return 'usable';
}

/**
 * Makes a new data folder whose superuser `postgres` has the given password.
 * It is made beside and then renamed, so that a start that is killed half-way leaves no half of a folder behind.
 * @throws Problem with the last words of initdb
 */
export async function createDataFolder(folder: string, password: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  const passwordFile = `${folder}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const owner = dataFolderOwner();
  if (owner !== null) chownSync(unfinished, owner, owner);
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    const { initdb } = await postgresPrograms();
    const [command, args] = unprivilegedCommand(initdb, [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-instructions',
    ]);
    await run(command, args);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  // An empty folder may stand there already; rename replaces that and nothing else.
  renameSync(unfinished, folder);
}

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment() });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-2000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Problem(
            `Making the PostgreSQL data folder failed (initdb ended with ${code}):\n${output.trim()}`,
          ),
        );
    });
  });
}

/** PostgreSQL gets nothing of our environment but where programs are: PG* variables would change what it does. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}
