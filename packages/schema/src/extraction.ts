import * as z from 'zod';
import { Actor } from './actor.ts';
import { Count } from './count.ts';
import { Event } from './event.ts';
import { Moment } from './moment.ts';
import { Place } from './place.ts';
import { isQuotedFrom, type Quotable, Span } from './span.ts';

export const Extractor = z
  .object({ name: z.string().min(1), version: z.string().min(1) })
  .describe('Which engine made an extraction, and its version');
export type Extractor = z.infer<typeof Extractor>;

export const Mentions = z
  .object({
    places: z.array(Place),
    times: z.array(Moment),
    actors: z.array(Actor.omit({ role: true })),
    counts: z.array(Count),
  })
  .describe('Everything recognised, part of an event or not');
export type Mentions = z.infer<typeof Mentions>;

export const Extraction = z
  .object({
    articleId: z.string(),
    extractor: Extractor,
    events: z.array(Event),
    warnings: z.array(z.string()),
    mentions: Mentions.optional(),
  })
  .describe('What one version of the extractor found in one article');
export type Extraction = z.infer<typeof Extraction>;

export const ExtractionFailure = z
  .object({
    articleId: z.string().nullable(),
    error: z.object({ code: z.string(), message: z.string() }),
  })
  .describe('The answer to a line that could not be read');
export type ExtractionFailure = z.infer<typeof ExtractionFailure>;

/**
 * The schema of an extraction of one certain article: as `Extraction`, and every span anywhere in it
 * must quote the article character for character. An extraction with one false quote is refused whole.
 */
export function extractionOf(article: Quotable & { id: string }) {
  return Extraction.superRefine((extraction, context) => {
    if (extraction.articleId !== article.id) {
      context.addIssue({
        code: 'custom',
        path: ['articleId'],
        message: `it is not of article ${article.id}`,
      });
    }
    eachSpan(extraction, (span, path) => {
      if (isQuotedFrom(article, span)) return;
      context.addIssue({
        code: 'custom',
        path: [...path],
        message: `the quote is not what the ${span.in ?? 'text'} has at ${span.start}..${span.end}`,
      });
    });
  });
}

/** Shows every span in a value, however deep, with the path to it, which holds during the call. */
export function eachSpan(value: unknown, visit: (span: Span, path: readonly PropertyKey[]) => void): void {
  const path: PropertyKey[] = [];
  const walk = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return;
    const span = 'quote' in inner ? Span.safeParse(inner) : undefined;
    if (span?.success) {
      visit(span.data, path);
      return;
    }
    for (const key of Object.keys(inner)) {
      path.push(key);
      walk((inner as Record<string, unknown>)[key]);
      path.pop();
    }
  };
  walk(value);
}
