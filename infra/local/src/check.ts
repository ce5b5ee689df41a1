import { spawn } from 'node:child_process';
import { repository } from './folders.ts';
import { signal } from './process-probe.ts';

/** One tool of the whole check. */
export interface Check {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
}

export interface CheckResult {
  name: string;
  passed: boolean;
  stdout: string;
  stderr: string;
  /** In milliseconds. */
  took: number;
}

const running = new Set<number>();
let interrupted = false;

/** Runs a tool to its end and keeps what it says; a tool that cannot be started has failed. */
export function runCheck({ name, command, args, env }: Check): Promise<CheckResult> {
  const began = Date.now();
  if (interrupted)
    return Promise.resolve({ name, passed: false, stdout: 'interrupted', stderr: '', took: 0 });
  const child = spawn(command, args, {
    cwd: repository,
    // What they say is kept and shown later, maybe in a log: without colours.
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const pid = child.pid;
  if (pid !== undefined) running.add(pid);
  const said = { stdout: '', stderr: '' };
  for (const output of ['stdout', 'stderr'] as const) {
    child[output].setEncoding('utf8').on('data', (text: string) => {
      said[output] += text;
    });
  }
  return new Promise((resolve) => {
    const end = (passed: boolean): void => {
      if (pid !== undefined) running.delete(pid);
      resolve({ name, passed, ...said, took: Date.now() - began });
    };
    child.once('error', (error) => {
      said.stderr += error.message;
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}

/** Passes an interruption on to the tools at work and all they have started, which clean up by themselves; none is begun any more. */
export function interruptChecks(): void {
  interrupted = true;
  for (const pid of running) signal(pid, 'SIGINT', true);
}
