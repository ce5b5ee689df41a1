import * as z from 'zod';
import type { ScorecardView } from '#lib/method/view.ts';
import card from './scorecard.json' with { type: 'json' };

const Found = z.object({ name: z.string(), tp: z.int(), fp: z.int(), fn: z.int() });
const Share = z.object({ name: z.string(), right: z.int(), all: z.int() });

/** What `npm run score -- --write` wrote. */
const Scorecard = z.object({
  day: z.iso.date(),
  extraction: z.object({
    version: z.string(),
    articles: z.int(),
    labels: z.int(),
    events: z.array(Found),
    fields: z.array(z.union([Found, Share])),
  }),
  history: z.object({
    version: z.string(),
    stories: z.int(),
    measures: z.array(Share.extend({ says: z.string() })),
  }),
  parser: z.object({ model: z.string(), from: z.string(), scores: z.record(z.string(), z.number()) }),
});

/** The scorecard as the method page shows it. */
export function scorecardView(): ScorecardView {
  const { day, extraction, history, parser } = Scorecard.parse(card);
  const { uas, las, upos } = parser.scores;
  return {
    day,
    extractor: extraction.version,
    articles: extraction.articles,
    labels: extraction.labels,
    events: extraction.events.map(foundRow),
    fields: extraction.fields.flatMap((field) => ('tp' in field ? foundRow(field) : [])),
    shares: extraction.fields.flatMap((field) => ('all' in field ? field : [])),
    folder: history.version,
    stories: history.stories,
    history: history.measures,
    parser: { model: parser.model, upos: upos ?? null, uas: uas ?? null, las: las ?? null },
  };
}

function foundRow({ name, tp, fp, fn }: z.infer<typeof Found>): ScorecardView['events'][number] {
  const share = (of: number) => (of === 0 ? null : tp / of);
  return { name, precision: share(tp + fp), recall: share(tp + fn), labels: tp + fn };
}
