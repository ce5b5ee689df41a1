import type { ColumnType, Generated, GeneratedAlways, Kysely, Transaction } from 'kysely';

type Time = ColumnType<Date, Date | string, Date | string>;
type FilledTime = ColumnType<Date, Date | string | undefined, Date | string>;
/** Written as JSON text, read parsed. */
type Json = ColumnType<unknown, string, string>;

/** The tables as kysely sees them. What is read is still parsed with zod where it leaves the package. */
export interface Database {
  articles: {
    id: Generated<string>;
    ordinal: GeneratedAlways<string>;
    title: string | null;
    text: string;
    source: string | null;
    url: string | null;
    language: string | null;
    published_at: ColumnType<Date | null, string | null, never>;
    published_precision: 'instant' | 'date' | null;
    fingerprint: string;
    state: Generated<string>;
    reason: string | null;
    attempts: Generated<number>;
    received_at: FilledTime;
    started_at: Time | null;
    finished_at: Time | null;
    set_aside_at: Time | null;
    reason_group: GeneratedAlways<string | null>;
    search: GeneratedAlways<string>;
    /** MinHash of the text; null until it was extracted once. */
    signature: string | null;
    came_by: Generated<string>;
    submitted_by: string | null;
    byline: string | null;
    origin: string | null;
    intake_id: string | null;
    handed_in_at: Time | null;
    copy_of: string | null;
    likeness: number | null;
  };
  extractions: {
    id: GeneratedAlways<string>;
    article_id: string;
    extractor_name: string;
    extractor_version: string;
    made_at: FilledTime;
    warnings: Json;
    is_current: boolean;
    revision: ColumnType<string, never, never>;
  };
  events: {
    extraction_id: string;
    article_id: string;
    event_id: string;
    position: number;
    type: string;
    step: string | null;
    reality: string;
    when_earliest: Time | null;
    when_latest: Time | null;
    effective_at: Time | null;
    document: Json;
    quotes: string;
    search: GeneratedAlways<string>;
    happened_at: Time | null;
    article_source: string | null;
  };
  revision: { value: ColumnType<string, never, string> };
  audit: {
    id: GeneratedAlways<string>;
    at: FilledTime;
    who: string;
    act: string;
    subject: string | null;
    details: Json;
  };
  invitations: {
    token_hash: string;
    role: string;
    created_at: FilledTime;
    created_by: string;
    expires_at: Time;
    used_at: Time | null;
    used_by: string | null;
    revoked_at: Time | null;
  };
  api_tokens: {
    id: Generated<string>;
    token_hash: string;
    name: string;
    user_id: string;
    scopes: string[];
    created_at: FilledTime;
    expires_at: Time;
    last_used_at: Time | null;
    revoked_at: Time | null;
  };
  user: { id: string; name: string; role: string | null; banned: boolean | null };
}

/** A pool or a transaction: what every query function takes. */
export type Queries = Kysely<Database> | Transaction<Database>;
