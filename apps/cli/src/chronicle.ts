import type { TraceEntry } from '@trucewatch/extraction';
import type { Article, Count, Event, Extraction, Moment } from '@trucewatch/schema';
import { printable } from './output.ts';

/** Columns of a terminal nobody has widened. */
const width = 80;
/** Width of the column with the names of the fields. */
const label = 14;

/** An extraction as a text for a person: each event with its fields and the sentences that say it; with a trace, how it was found. */
export function chronicle(article: Article, extraction: Extraction & { trace?: TraceEntry[] }): string {
  const { extractor, events, warnings, trace = [] } = extraction;
  const published = article.publishedAt
    ? `published ${article.publishedAt}`
    : 'no time of publication given: “Saturday” and the like stay unresolved';
  const head = [
    ...(article.title ? [wrap(article.title, '')] : []),
    `${published} · ${events.length} ${events.length === 1 ? 'event' : 'events'} · ${extractor.name} ${extractor.version}`,
  ];
  const sections = [
    head.join('\n'),
    ...events.map(paragraph),
    warnings.map((warning) => wrap(warning, 'warning: ')).join('\n'),
    trace.map(({ by, what, type, words }) => wrap(`${what} ${type} “${words}”`, `${by}: `)).join('\n'),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function paragraph(event: Event, index: number): string {
  const kind = [event.type, event.step, event.mode].filter((part) => part !== undefined).join(' · ');
  const reality = event.reality === 'actual' ? '' : ` (${event.reality})`;
  const fields: [string, string][] = [
    ...event.actors.map((actor): [string, string] => [
      actor.role,
      actor.id ? `${actor.name} (${actor.id})` : actor.name,
    ]),
    ['when', momentText(event.when)],
    ['takes effect', momentText(event.effectiveAt)],
    ['until', momentText(event.until)],
    ['where', event.where ? [event.where.name, event.where.countryCode].filter(Boolean).join(', ') : ''],
    ...event.casualties.map((count): [string, string] => [count.of, countText(count)]),
    ...event.claims.map((claim): [string, string] => ['who says', `${claim.by} ${claim.polarity}`]),
    ['purpose', event.purpose.join(', ')],
    ['known as', event.truceName?.words ?? ''],
    ...(event.terms ?? []).map(({ kind, span }): [string, string] => [
      'provides for',
      `${kind.replaceAll('_', ' ')}: “${span.quote}”`,
    ]),
    ['ceasefire', event.ceasefireRefs.join(', ')],
    ['confidence', event.confidence.toFixed(2)],
    ['found by', event.engines?.join(' and ') ?? ''],
    ...(event.disagreements ?? []).map((one): [string, string] => [
      'differs',
      `${one.field}: ${one.rules ?? 'nothing'} by the rules, ${one.model ?? 'nothing'} by the model`,
    ]),
  ];
  return [
    `${String(index + 1).padStart(2)}. ${kind}${reality}`,
    ...fields
      .filter(([, value]) => value !== '')
      .map(([name, value]) => wrap(value, `    ${name.padEnd(label)}`)),
    ...event.evidence.map((span) => wrap(`“${span.quote}”`, '    ')),
  ].join('\n');
}

/** A moment as words and interval: `“midnight local time” 2020-10-17 20:00 UTC (minute)`. */
function momentText(moment: Moment | null): string {
  if (!moment) return '';
  const from = minuteText(moment.earliest);
  const to = minuteText(moment.latest);
  const words = moment.text ? `“${moment.text}” = ` : '';
  return `${words}${from === to ? from : `${from} … ${to}`} UTC (${moment.level}, ${moment.basis})`;
}

function minuteText(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

function countText({ low, high, qualifier, group, cumulative }: Count): string {
  const range = high === null ? `${low} or more` : low === high ? String(low) : `${low} to ${high}`;
  const who = group === 'unknown' ? '' : ` ${group}`;
  return `${range}${who} (${qualifier.replaceAll('_', ' ')}${cumulative ? ', since the fighting began' : ''})`;
}

/** Breaks a text at spaces; the first line begins with the prefix, the others are indented as far. */
function wrap(text: string, prefix: string): string {
  const room = width - prefix.length;
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(' ')) {
    if (line && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(line);
  return prefix + lines.join(`\n${' '.repeat(prefix.length)}`);
}
