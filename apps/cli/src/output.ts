import { once } from 'node:events';

/** Writes to standard output and waits while whoever reads it is slower than we are. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Says something to the person at the terminal, on standard error: standard output is for results alone. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** `trucewatch extract | head` closes our output: that is no failure, and nobody is left to tell. */
export function endQuietlyWhenTheReaderLeaves(): void {
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  };
  process.stdout.on('error', onError);
  process.stderr.on('error', onError);
}

/**
 * Text of an article made safe for a terminal: control characters and bidirectional overrides, which could
 * move the cursor or turn a sentence round, become a visible mark; every run of white space becomes one space.
 */
export function printable(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu, '\ufffd');
}
