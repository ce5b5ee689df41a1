import type {
  Ceasefire,
  Conflict,
  Event,
  EventRef,
  Hours,
  Interval,
  Moment,
  Timeline,
} from '@trucewatch/schema';
import { type Report, statusRules } from '@trucewatch/status';
import { printable } from './output.ts';

/** Sentences shown for one change: more would bury it. */
const shown = 3;

/** A timeline as a text for a person: each ceasefire with what is known of it, then each change of status with its rule and sentences. */
export function storyChronicle({ conflicts }: Timeline, reports: readonly Report[]): string {
  if (conflicts.length === 0) return 'These articles tell of no conflict between two known sides.';
  const quotes = quotesOf(reports);
  return conflicts.map((conflict) => chapter(conflict, quotes)).join('\n\n');
}

type Quotes = (refs: readonly EventRef[]) => string[];

function quotesOf(reports: readonly Report[]): Quotes {
  const events = new Map<string, { event: Event; article: Report['article'] }>();
  for (const { article, events: own } of reports)
    for (const event of own) events.set(`${article.id}\n${event.id}`, { event, article });
  return (refs) => {
    const sentences = new Map<string, string>();
    for (const { articleId, eventId } of refs) {
      const found = events.get(`${articleId}\n${eventId}`);
      const quote = found?.event.evidence[0]?.quote;
      if (!found || !quote) continue;
      const from = [found.article.source, found.article.publishedAt?.slice(0, 10)].filter(Boolean).join(', ');
      sentences.set(quote, `“${printable(quote)}” (${printable(from || articleId)})`);
    }
    const all = [...sentences.values()];
    const more = all.length > shown ? [`and ${all.length - shown} more`] : [];
    return [...all.slice(0, shown), ...more];
  };
}

function chapter({ name, parties, ceasefires, intervals, coverage = [] }: Conflict, quotes: Quotes): string {
  const articles = coverage.reduce((sum, day) => sum + day.articles, 0);
  const head = `${printable(name)}: ${parties.map(printable).join(' and ')}`;
  return [
    head,
    '='.repeat(head.length),
    `${ceasefires.length} ${ceasefires.length === 1 ? 'ceasefire' : 'ceasefires'}, ${articles} dated ${articles === 1 ? 'article' : 'articles'} on ${coverage.length} days`,
    ...ceasefires.map((truce) => `\n${truceText(truce, quotes)}`),
    '\nStatus',
    ...intervals.map((interval) => changeText(interval, quotes)),
  ].join('\n');
}

function truceText(truce: Ceasefire, quotes: Quotes): string {
  const { measures, links = [], declarations = [] } = truce;
  const rows: [string, string][] = [
    ['kind', `${truce.kind}, ${truce.parties.map(printable).join(' and ')}`],
    ['mediators', truce.mediators.map(printable).join(', ')],
    ['purpose', truce.purpose.join(', ')],
    ['announced', time(truce.announcedAt)],
    ['in effect', time(truce.effectiveAt)],
    ['ended', truce.endedAt ? `${time(truce.endedAt)}: ${truce.outcome}` : truce.outcome.replace('_', ' ')],
    ...links.map(({ type, ceasefireId }): [string, string] => [type.replace('_', ' the '), ceasefireId]),
    ...declarations.map(({ party, at }): [string, string] => [
      'declared by',
      `${printable(party)} ${at ? time(at) : ''}`,
    ]),
    ['notice', hours(measures?.announcementToEffect)],
    ...(measures?.effectToFirstViolation ?? []).map(({ party, hours: after }): [string, string] => [
      'first breach',
      `alleged of ${printable(party)} ${hours(after)} after the start`,
    ]),
    ['lasted', hours(measures?.effectToEnd)],
  ];
  return [
    `Ceasefire ${truce.id}`,
    ...rows
      .filter(([, value]) => value.trim() !== '')
      .map(([label, value]) => `  ${label.padEnd(13)} ${value}`),
    ...quotes(truce.because).map((quote) => `    ${quote}`),
  ].join('\n');
}

function changeText(
  { from, formal, compliance, ceasefireId, rule, because }: Interval,
  quotes: Quotes,
): string {
  const why = statusRules.find(({ name }) => name === rule)?.says;
  return [
    `  ${minute(from)} UTC  ${words(formal)}, ${words(compliance)}${ceasefireId ? ` (${ceasefireId})` : ''}`,
    ...(why ? [`    ${rule}: ${why}`] : []),
    ...quotes(because).map((quote) => `    ${quote}`),
  ].join('\n');
}

function words(status: string): string {
  return status.replaceAll('_', ' ');
}

function time(moment: Moment | null): string {
  if (!moment) return '';
  const [from, to] = [minute(moment.earliest), minute(moment.latest)];
  return `${from === to ? from : `between ${from} and ${to}`} UTC (${moment.basis})`;
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

function hours(span: Hours | null | undefined): string {
  if (!span) return '';
  if (span.max === null) return `at least ${span.min} hours so far`;
  return span.min === span.max ? `${span.min} hours` : `${span.min} to ${span.max} hours`;
}
