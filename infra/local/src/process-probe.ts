import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** The command line of a live process, or null when there is none with that id. */
export function commandLine(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      // An exited process that nobody waited for has an empty one: it no longer runs.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null;
    } catch {
      return null;
    }
  }
  const found = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  return found.stdout?.trim() || null;
}

/** Sends a signal to a process, or with `group` to its whole process group; false when it is gone already. */
export function signal(pid: number, name: NodeJS.Signals, group = false): boolean {
  try {
    process.kill(group ? -pid : pid, name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Waits for a process that is not our child to go away.
 * @returns false when it is still there after `milliseconds`
 */
export async function gone(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (commandLine(pid) !== null) {
    if (Date.now() > deadline) return false;
    await wait(25);
  }
  return true;
}
