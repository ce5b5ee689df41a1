export type RefusalCode =
  | 'id_taken'
  | 'unknown_article'
  | 'already_read'
  | 'false_quote'
  | 'unknown_act'
  | 'not_undoable'
  | 'nothing_to_read'
  | 'not_decidable'
  | 'unstorable'
  | 'feed_known'
  | 'invitation_unknown'
  | 'invitation_used'
  | 'invitation_expired'
  | 'unknown_person'
  | 'last_admin'
  | 'token_unknown'
  | 'alert_unknown'
  | 'alerts_full'
  | 'key_reused'
  | 'key_busy'
  | 'database_newer'
  | 'database_older';

/** The store says no, and asking again will not help. Anything else it throws is an outage or a fault. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

/**
 * Turns PostgreSQL's refusal of the data itself (classes 22 and 23: a NUL character, a year out of range,
 * an event id used twice) into a Refusal, so that nobody retries what can never be stored.
 */
export async function refusingData<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = sqlState(error);
    if (!code || !/^2[23]/.test(code)) throw error;
    throw new Refusal('unstorable', `${what} cannot be stored: ${(error as Error).message}`);
  }
}

/** The five-character SQLSTATE of an error that PostgreSQL reported, or null. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const { code } = error;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}
