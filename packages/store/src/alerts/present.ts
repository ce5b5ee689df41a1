import { AlertNews, Compliance, FormalStatus, type StatusAxis } from '@trucewatch/schema';
import { sql } from 'kysely';
import * as z from 'zod';
import type { Queries } from '../database.ts';
import type { Present } from './judge.ts';

/** Sentences that a message carries of each change. */
const mostSentences = 3;

const milliseconds = z.coerce.date().transform((at) => at.getTime());
const stretch = <Value extends z.ZodType>(value: Value) =>
  z.object({
    value,
    since: milliseconds,
    rule: z.string().nullable(),
    published: z.object({ earliest: milliseconds, latest: milliseconds }).nullable(),
    sentences: AlertNews.shape.changes.element.shape.sentences,
  });
const PresentRow = z.object({
  name: z.string(),
  formal: stretch(FormalStatus),
  compliance: stretch(Compliance),
});
/** What holds of a conflict now, with the rule and the sentences that made it, by axis. */
export type PresentStatus = z.infer<typeof PresentRow> & Present;

/** null when there is no such conflict, or nothing is told of it up to `now`, an ISO instant. */
export async function presentOf(db: Queries, conflictId: string, now: string): Promise<PresentStatus | null> {
  const found = await sql`
    with own as (
      select * from derived.intervals where conflict_id = ${conflictId} and starts_at <= ${now}),
    head as (select * from own order by starts_at desc limit 1)
    select conflicts.document ->> 'name' as name,
           (${stretchOf('formal')}) as formal, (${stretchOf('compliance')}) as compliance
    from head join derived.conflicts as conflicts using (conflict_id)`.execute(db);
  return found.rows[0] ? PresentRow.parse(found.rows[0]) : null;
}

function stretchOf(axis: StatusAxis) {
  const column = sql.ref(axis);
  return sql`
    select jsonb_build_object(
      'value', ${column}, 'since', starts_at, 'rule', document ->> 'rule',
      'published', (${publishedOf}), 'sentences', (${sentencesOf}))
    from own
    where starts_at > coalesce(
      (select max(starts_at) from own as other where other.${column} <> head.${column}), '-infinity')
    order by starts_at limit 1`;
}

/** An article that says no time counts from its arrival, one that says a day for that whole day. */
const publishedOf = sql`
  select case when count(*) > 0 then jsonb_build_object(
    'earliest', max(coalesce(published_at, received_at)),
    'latest', max(coalesce(published_at, received_at)
      + case published_precision when 'date' then interval '1 day' else interval '0' end)) end
  from jsonb_array_elements(own.document -> 'because') as ref join articles on articles.id = ref ->> 'articleId'`;

const sentencesOf = sql`
  select coalesce(jsonb_agg(one.sentence order by place), '[]') from (
    select place, jsonb_build_object(
      'quote', events.document -> 'evidence' -> 0 ->> 'quote', 'source', source,
      'publishedAt', case published_precision
        when 'date' then to_char(published_at at time zone 'UTC', 'YYYY-MM-DD')
        else to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end,
      'articleId', articles.id, 'eventId', event_id) as sentence
    from jsonb_array_elements(own.document -> 'because') with ordinality as ref (ref, place)
    join articles on articles.id = ref ->> 'articleId'
    join extractions on extractions.article_id = articles.id and is_current
    join events on extraction_id = extractions.id and event_id = ref ->> 'eventId'
    order by place limit ${mostSentences}) as one`;
