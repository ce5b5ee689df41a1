import {
  Article,
  ArticleState,
  Compliance,
  Conflict,
  Event,
  Extractor,
  FormalStatus,
  Interval,
  longestText,
} from '@trucewatch/schema';
import * as z from 'zod';

/** Articles in one request at most. */
export const mostArticles = 100;
/** Events on one page at most. */
export const mostEvents = 500;

/** What is handed in: only the text is needed. The fields are judged one by one where they are read. */
export const ArticleIn = z
  .object({
    id: Article.shape.id.optional().describe('Your own id; one is made without it'),
    text: z
      .string()
      .describe(
        `The words of the article, at most ${longestText} characters, paragraphs separated by line breaks`,
      ),
    title: z.string().nullish().describe('Headline'),
    publishedAt: z
      .string()
      .nullish()
      .describe('ISO 8601 with the offset from UTC, or a bare date. Without it no relative date is resolved'),
    source: z.string().nullish().describe('Publisher'),
    url: z.string().nullish().describe('Address of the article'),
    language: z.string().nullish().describe('BCP 47 tag; found out without it'),
  })
  .meta({
    id: 'ArticleIn',
    example: {
      id: 'desk-2041',
      title: 'Truce announced for midnight',
      text: 'The two governments said on Saturday that a humanitarian ceasefire would begin at midnight.',
      publishedAt: '2026-03-14T19:05:00+01:00',
      source: 'Example Agency',
    },
  });

const links = {
  id: z.string(),
  address: z.string().describe('Where the API tells what became of it'),
  page: z.string().describe('Where people read it'),
};

export const AcceptedOut = z
  .object({
    ...links,
    duplicate: z
      .boolean()
      .describe('Whether the same content was there already; then the id is that of the first'),
  })
  .meta({ id: 'Accepted' });
export type AcceptedOut = z.infer<typeof AcceptedOut>;

export const BatchOut = z
  .object({
    accepted: z.int(),
    duplicate: z.int(),
    refused: z.int(),
    results: z
      .array(
        z.union([
          AcceptedOut,
          z
            .object({
              refused: z.string().describe('Why, in a sentence'),
              problems: z.array(z.object({ field: z.string(), message: z.string() })),
            })
            .meta({ id: 'Refused' }),
        ]),
      )
      .describe('One for each article, in the order in which they were sent'),
  })
  .meta({ id: 'Batch' });
export type BatchOut = z.infer<typeof BatchOut>;

export const ArticleOut = z
  .object({
    ...links,
    title: z.string().nullable(),
    source: z.string().nullable(),
    url: z.string().nullable(),
    language: z.string().nullable(),
    publishedAt: z.string().nullable(),
    state: ArticleState,
    reason: z.string().nullable().describe('Why it failed'),
    receivedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    text: z.string(),
    extractor: Extractor.nullable(),
    events: z.array(Event),
  })
  .meta({ id: 'Article' });
export type ArticleOut = z.infer<typeof ArticleOut>;

export const ConflictListOut = z
  .object({
    conflicts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        parties: Conflict.shape.parties,
        status: z
          .object({ since: Interval.shape.from, formal: FormalStatus, compliance: Compliance })
          .nullable()
          .describe('Status now and since when; null before the first report'),
        address: z.string(),
        page: z.string(),
      }),
    ),
  })
  .meta({ id: 'Conflicts' });
export type ConflictListOut = z.infer<typeof ConflictListOut>;

export const ConflictOut = Conflict.meta({ id: 'Conflict' });

export const EventsOut = z
  .object({
    events: z.array(
      z.object({
        article: ArticleOut.pick({
          id: true,
          address: true,
          page: true,
          title: true,
          source: true,
          publishedAt: true,
        }),
        event: Event,
      }),
    ),
    next: z.string().nullable().describe('Send it as `after` for the next page; null at the end'),
  })
  .meta({ id: 'Events' });
export type EventsOut = z.infer<typeof EventsOut>;
