/** Why a model gave no answer. */
export type FaultCode =
  | 'timeout'
  | 'busy'
  | 'unavailable'
  | 'refused'
  | 'malformed'
  | 'cut_off'
  | 'too_large'
  | 'budget'
  | 'stopped';

/** A model gave no answer. Its message is one sentence without the article's words, the key or anything the server sent. */
export class ModelFault extends Error {
  override readonly name = 'ModelFault';
  readonly code: FaultCode;
  /** Whether the same call may succeed a little later. */
  readonly passing: boolean;
  /** Milliseconds that the server asks to wait. */
  readonly waitMs: number | undefined;

  constructor(
    code: FaultCode,
    message: string,
    more: { passing?: boolean; waitMs?: number | undefined } = {},
  ) {
    super(message);
    this.code = code;
    this.passing = more.passing ?? false;
    this.waitMs = more.waitMs;
  }
}
