/**
 * Something the person at the keyboard can mend. Its message is one sentence that says what failed and what to do;
 * the commands print it without a stack trace.
 */
export class Problem extends Error {
  override name = 'Problem';
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
