import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { shown } from './folders.ts';
import { messageOf, Problem } from './problem.ts';
import { commandLine, gone, signal } from './process-probe.ts';

const claim = z.object({
  /** The `npm start` that uses the folder. */
  pid: z.int(),
  origin: z.string(),
  /** Its worker and dashboard: process id and the file it runs, to know it by. */
  children: z.array(z.object({ pid: z.int(), file: z.string() })),
});

/** A data folder in use by this start. */
export interface DataFolder {
  path: string;
  log(name: string): string;
  /** Writes down a child, so that the next start can end it should this one be killed. */
  note(child: { pid: number; file: string }): void;
  /** What bin/trucewatch reads to find the database of a running start. */
  publish(environment: Record<string, string>): void;
  /** The last thing a start does. */
  release(): void;
}

/**
 * Takes a data folder for this process alone and ends what a killed start left running on it.
 * @throws Problem when another start uses it, or it cannot be written
 */
export async function claimDataFolder(path: string, origin: string): Promise<DataFolder> {
  try {
    mkdirSync(join(path, 'logs'), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Problem(
      `${shown(path)} cannot be made (${messageOf(error)}): choose a folder you may write with DATA_DIR.`,
    );
  }
  const file = join(path, 'running.json');
  const environmentFile = join(path, 'running.env');
  const mine: z.infer<typeof claim> = { pid: process.pid, origin, children: [] };
  // Exclusive creation decides between two starts at the same instant; the second round is for a stale file.
  while (!tryWrite(file, mine)) await removeStale(file, path);
  const update = (): void => writeFileSync(file, JSON.stringify(mine), { mode: 0o600 });
  return {
    path,
    log: (name) => join(path, 'logs', `${name}.log`),
    note(child) {
      mine.children.push(child);
      update();
    },
    publish(environment) {
      const lines = Object.entries(environment).map(([name, value]) => `${name}='${value}'\n`);
      writeFileSync(environmentFile, lines.join(''), { mode: 0o600 });
    },
    release() {
      rmSync(environmentFile, { force: true });
      rmSync(file, { force: true });
    },
  };
}

function tryWrite(file: string, content: unknown): boolean {
  try {
    writeFileSync(file, JSON.stringify(content), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new Problem(
      `${shown(file)} cannot be written (${messageOf(error)}): choose a folder you may write with DATA_DIR.`,
    );
  }
}

async function removeStale(file: string, path: string): Promise<void> {
  const former = claim.safeParse(readJson(file));
  if (former.success) {
    const { pid, origin, children } = former.data;
    // Process ids are used again: only one that runs our command is taken for ours.
    if (pid !== process.pid && commandLine(pid)?.includes('infra/local/src/start.ts')) {
      throw new Problem(
        `Trucewatch already runs on ${shown(path)} at ${origin} (process ${pid}): use that one, stop it with Ctrl-C, or choose another folder with DATA_DIR.`,
      );
    }
    for (const child of children) {
      if (!commandLine(child.pid)?.includes(child.file)) continue;
      signal(child.pid, 'SIGTERM');
      if (!(await gone(child.pid, 10_000))) signal(child.pid, 'SIGKILL');
    }
  }
  rmSync(file, { force: true });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
