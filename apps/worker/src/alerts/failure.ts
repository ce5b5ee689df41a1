/** Why a message did not reach its receiver: one sentence for the person whose alert it is. */
export class DeliveryFailed extends Error {
  override readonly name = 'DeliveryFailed';
  /** What the receiver answered, HTTP or SMTP. */
  readonly code: number | null;
  /** Seconds that it asked to wait. */
  readonly retryAfter: number | undefined;
  /** `no`: trying again cannot help; `gone`: the receiver wants nothing more, ever. */
  readonly again: 'yes' | 'no' | 'gone';

  constructor(
    message: string,
    more: { code?: number | null; retryAfter?: number | undefined; again?: 'yes' | 'no' | 'gone' } = {},
  ) {
    super(message);
    this.code = more.code ?? null;
    this.retryAfter = more.retryAfter;
    this.again = more.again ?? 'yes';
  }
}
