import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { repository, shown } from './folders.ts';
import { rotate, tail } from './log-file.ts';
import { Problem } from './problem.ts';
import { signal } from './process-probe.ts';

export interface ChildOptions {
  name: string;
  command: string;
  args: string[];
  /** All of its environment: nothing is inherited. */
  env: NodeJS.ProcessEnv;
  /** Where both its outputs are appended; absent for a command whose output may hold a secret, such as a sign-in link. */
  log?: string;
  /** Called for every line of its outputs. */
  onLine?: (line: string, output: 'stdout' | 'stderr') => void;
}

export interface Child {
  name: string;
  process: ChildProcess;
  /** Resolves when it has ended, however it did. */
  ended: Promise<void>;
  /** What to tell when it ended without being asked to: one sentence, then its last log lines. */
  death(): Problem;
  /** SIGTERM, then after `patience` milliseconds SIGKILL for it and all it started. Safe to call again. */
  stop(patience: number): Promise<void>;
  kill(): void;
}

/**
 * Starts a child in a process group of its own, so that a Ctrl-C in the terminal reaches only us and we stop them in order.
 */
export function startChild(options: ChildOptions): Child {
  const { name, command, args, env, log } = options;
  if (log) rotate(log);
  const sink = log ? createWriteStream(log, { flags: 'a', mode: 0o600 }) : null;
  const child = spawn(command, args, {
    cwd: repository,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const recent: string[] = [];
  for (const output of ['stdout', 'stderr'] as const) {
    createInterface({ input: child[output] }).on('line', (line) => {
      sink?.write(`${line}\n`);
      recent.push(line);
      if (recent.length > 40) recent.shift();
      options.onLine?.(line, output);
    });
  }
  let failure = '';
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      failure = `could not be started (${error.message})`;
      resolve();
    });
    child.once('close', (code, by) => {
      failure ||= by ? `was ended by ${by}` : `ended by itself with status ${code}`;
      if (sink) sink.end(resolve);
      else resolve();
    });
  });
  const kill = (): void => {
    if (child.pid !== undefined) signal(child.pid, 'SIGKILL', true);
  };
  return {
    name,
    process: child,
    ended,
    death() {
      const source = log ? `the end of ${shown(log)} says` : 'its last words';
      return new Problem(`The ${name} ${failure}; ${source}:\n${tail(recent.join('\n'), 12)}`);
    },
    async stop(patience) {
      child.kill('SIGTERM');
      const impatience = setTimeout(kill, patience);
      await ended;
      clearTimeout(impatience);
    },
    kill,
  };
}

/**
 * Runs a command to its end and returns what it wrote on its standard output.
 * @throws Problem when it does not end with status 0
 */
export async function runChild(options: ChildOptions, started: (child: Child) => void): Promise<string> {
  const lines: string[] = [];
  const child = startChild({ ...options, onLine: (line, output) => output === 'stdout' && lines.push(line) });
  started(child);
  await child.ended;
  if (child.process.exitCode !== 0) throw child.death();
  return lines.join('\n');
}
