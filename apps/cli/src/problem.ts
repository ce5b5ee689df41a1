/** A failure that the person at the terminal can mend: its message is one sentence that says what to do, and is all they see. */
export class Problem extends Error {
  override name = 'Problem';
}

/** The words of anything thrown. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && !thrown.message) return thrown.errors.map(messageOf).join('; ');
  return thrown instanceof Error ? thrown.message : String(thrown);
}
