import type { Conflict, EventRef } from '@trucewatch/schema';
import {
  accountOf,
  type FieldAccount,
  type Link,
  type Said,
  sourcesOf,
  type Told,
  toldEvents,
  type Value,
} from '@trucewatch/status';
import type { StoredHappening, StoredReport } from '@trucewatch/store';
import { countWords, fateWords } from '#lib/events/count-words.ts';
import type { FieldAccountView, HappeningView, LinkView, ValueView } from '#lib/events/happening-view.ts';
import { featureWords } from '#lib/events/link-words.ts';
import { occasionWords } from '#lib/events/occasion.ts';
import { eventTitle } from '#lib/events/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { instantWords, momentWords } from '#lib/time/instant.ts';
import { countsSaid, rangesByClaimant } from './casualty-claims.ts';
import { sideReader } from './happenings.ts';
import { eventPath, sentenceOf, sourceName } from './sentence.ts';

type Reports = Map<string, StoredReport>;

const day = 86_400_000;

/** What all reports say of a happening that an event tells of. */
export function happeningView(
  { conflict, happening, reports: all }: StoredHappening,
  ref: EventRef,
): HappeningView {
  const reports = new Map(all.map((report) => [report.article.id, report]));
  const own = new Set(happening.events.map(keyOf));
  const told = toldEvents(all)
    .filter((one) => own.has(keyOf(one.ref)))
    .sort(byPublication);
  const sideOf = sideReader(conflict);
  const { fields, disagreement, comparable, contradicting } = accountOf(told, sideOf);
  const counts = countsSaid(told, { sideOf }, conflict);
  return {
    reports: told.flatMap((one) => {
      const sentence = sentenceOf(reports, one.ref);
      const occasion = occasionWords(one.event);
      const isThis = one.ref.articleId === ref.articleId && one.ref.eventId === ref.eventId;
      return sentence ? [{ title: eventTitle(one.event), occasion, isThis, sentence }] : [];
    }),
    sources: sourcesIn(told),
    fields: fields.map((field) => fieldOf(field, told, conflict)),
    disagreement,
    comparable,
    contradicting,
    links: linksOf(happening, reports),
    casualties: {
      tolls: rangesByClaimant(
        counts.filter(({ isToll }) => isToll),
        conflict.parties,
      ),
      incident: rangesByClaimant(
        counts.filter(({ isToll }) => !isToll),
        conflict.parties,
      ),
    },
  };
}

function keyOf({ articleId, eventId }: EventRef): string {
  return `${articleId}\n${eventId}`;
}

function byPublication({ published: a }: Told, { published: b }: Told): number {
  return (a?.latest ?? 0) - (b?.latest ?? 0);
}

function sourcesIn(told: readonly Told[]): HappeningView['sources'] {
  const articles = new Map(told.map(({ article }) => [article.id, article]));
  const { independent, unknown, sources } = sourcesOf(articles.values());
  const named = sources.map((source) =>
    [...new Set(source.articles.map((id) => sourceName(articles.get(id)?.source)))].reduce((a, b) =>
      m.event_with({ a, b }),
    ),
  );
  return { independent, unknown, named };
}

const names: Record<string, () => string> = {
  happened: m.event_account_happened,
  time: m.event_field_when,
  place: m.event_field_where,
  perpetrator: m.event_account_perpetrator,
};

function fieldOf(
  { field, values, contradicting }: FieldAccount,
  told: readonly Told[],
  { parties }: Pick<Conflict, 'parties'>,
): FieldAccountView {
  const voices = new Set(values.flatMap(({ saidBy }) => saidBy.map(({ voice }) => voice)));
  const alone = voices.size === 1 ? 'one' : 'agreed';
  const several = contradicting > 0 ? 'contradicted' : 'varied';
  return {
    name: nameOf(field, values),
    state: values.length === 1 ? alone : several,
    values: values.map(({ value, saidBy }) => ({
      value: valueWords(value),
      saidBy: speakers(saidBy, told, parties),
    })),
  };
}

/** A field of numbers is named by whom they count. */
function nameOf(field: string, values: FieldAccount['values']): string {
  const [first] = values;
  if (first?.value.field !== 'count') return names[field]?.() ?? field;
  const { of, group } = first.value.count;
  return m.event_account_people({ field: fateWords(of, group) });
}

function valueWords(value: Value): string {
  switch (value.field) {
    case 'happened':
      return value.happened ? m.event_it_did() : m.event_it_did_not();
    case 'time':
      return rangeWords(value.time);
    case 'place':
    case 'perpetrator':
      return value.name;
    case 'count':
      return countWords({ ...value.count, span: { start: 0, end: 0, quote: '' } });
  }
}

function rangeWords({ earliest, latest }: { earliest: number; latest: number }): string {
  const iso = (at: number) => new Date(at).toISOString();
  if (earliest === latest) return instantWords(iso(earliest));
  const level = latest - earliest > day - 60_000 && latest - earliest <= day ? 'day' : 'longer';
  return momentWords({ earliest: iso(earliest), latest: iso(latest), level, basis: 'stated' });
}

/** Each voice once, with its side behind a name that does not say it. */
function speakers(
  saidBy: readonly Said[],
  told: readonly Told[],
  parties: readonly string[],
): ValueView['saidBy'] {
  const found = new Map<string, ValueView['saidBy'][number]>();
  for (const { by, side, event } of saidBy) {
    const article = told.find(({ ref }) => ref.articleId === event.articleId)?.article;
    const party = parties[side];
    const name =
      by === null
        ? sourceName(article?.source)
        : party && by !== party
          ? m.event_speaker_of_side({ name: by, side: party })
          : by;
    if (found.has(name)) continue;
    found.set(name, { name, isNarrator: by === null, href: eventPath(event.articleId, event.eventId) });
  }
  return [...found.values()];
}

function linksOf({ links }: StoredHappening['happening'], reports: Reports): LinkView[] {
  return (links as readonly Link[]).flatMap((link): LinkView[] => {
    const [event, other] = [sentenceOf(reports, link.event), sentenceOf(reports, link.with)];
    if (!event || !other) return [];
    if (link.by === 'person') return [{ event, with: other, features: null, sum: 0, threshold: 0 }];
    const { features, sum, threshold } = link;
    return [{ event, with: other, features: featureWords(features), sum, threshold }];
  });
}
