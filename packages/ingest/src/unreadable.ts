/** Why nothing could be read from what was handed in: one sentence that says what to do. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
