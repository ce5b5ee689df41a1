export type FetchRefusalCode =
  | 'not_http'
  | 'private_address'
  | 'port'
  | 'robots'
  | 'redirects'
  | 'too_large'
  | 'too_slow'
  | 'status'
  | 'unreachable'
  | 'encoding';

/** Why nothing was fetched: one sentence for the person who asked. */
export class FetchRefused extends Error {
  override readonly name = 'FetchRefused';
  readonly code: FetchRefusalCode;
  /** Asking again later may help. */
  readonly isTemporary: boolean;
  /** Seconds that the server asked to wait. */
  readonly retryAfter: number | undefined;
  /** The HTTP status, where one was answered. */
  readonly status: number | undefined;

  constructor(
    code: FetchRefusalCode,
    message: string,
    more: { isTemporary?: boolean; retryAfter?: number | undefined; status?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.code = code;
    this.isTemporary = more.isTemporary ?? false;
    this.retryAfter = more.retryAfter;
    this.status = more.status;
  }
}
