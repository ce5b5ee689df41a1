import type { CameBy } from '@trucewatch/store';

/** How an article came in and when it reached each stage; instants in UTC, null where it has not. */
export interface Provenance {
  cameBy: CameBy;
  /** Null: by itself. */
  who: string | null;
  received: string | null;
  cleaned: string | null;
  extracted: string | null;
  counted: string | null;
  /** It is in a language that is not read. */
  isUnread: boolean;
  intakePath: string | null;
  /** The article that it hardly differs from, and how much of both is the same. */
  copyPath: string | null;
  copyPercent: number;
}
