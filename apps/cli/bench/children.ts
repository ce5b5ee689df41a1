import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { median } from './measure.ts';

export const repository = new URL('../../../', import.meta.url).pathname;
export const trucewatch = `${repository}bin/trucewatch`;

/** What a process says on its standard output. Rejects when it ends with another status than 0. */
export function run(
  command: string,
  args: readonly string[],
  input = '',
  env?: NodeJS.ProcessEnv,
): Promise<string> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(said.join('')) : reject(new Error(`${command} ended with ${code}`)),
    );
  });
}

/** Median time from start to end of a process over five runs, in milliseconds of the clock. */
export async function medianStart(command: string, args: readonly string[], input = ''): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const began = performance.now();
    await run(command, args, input);
    times.push(performance.now() - began);
  }
  return median(times);
}

/** The most memory a process has ever held, in MB; nothing where the system does not say (it is Linux that does). */
export function peakMemory(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
  } catch {
    return undefined;
  }
}
