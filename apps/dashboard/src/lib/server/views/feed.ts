import { type AtomEntry, atomFeed, xml } from '@trucewatch/interchange';
import { statusRules } from '@trucewatch/status';
import { ruleWords } from '#lib/status/rule-words.ts';
import { statusLabel } from '#lib/status/words.ts';
import { instantWords, publishedWords } from '#lib/time/instant.ts';
import { conflictPath } from './sentence.ts';
import { latestFirst, type Transition } from './transitions.ts';

/** Entries of a feed, the latest ones. */
const most = 60;

interface FeedOf {
  title: string;
  subtitle: string;
  /** Path of the page that it goes with. */
  path: string;
  /** Path of the feed. */
  self: string;
  transitions: readonly Transition[];
  origin: string;
}

/** Changes of status as an Atom document, each with its sentence, source, rule and link. */
export function statusFeed({ title, subtitle, path, self, transitions, origin }: FeedOf): string {
  return atomFeed({
    id: `${origin}${self}`,
    title,
    subtitle,
    self: `${origin}${self}`,
    url: `${origin}${path}`,
    // Without any entry nothing has changed since the beginning of time.
    updated: '1970-01-01T00:00:00.000Z',
    entries: transitions
      .toSorted(latestFirst)
      .slice(0, most)
      .map((transition) => entryOf(transition, origin)),
  });
}

function entryOf({ conflict, row, values, published, updated }: Transition, origin: string): AtomEntry {
  const url = `${origin}${conflictPath(conflict.id)}#status-${row.from}`;
  const sentences = row.because.slice(0, 3);
  const rule = statusRules.find(({ name }) => name === row.rule);
  const [first] = sentences;
  return {
    id: url,
    title: `${conflict.name}: ${values.map(statusLabel).join('; ')}`,
    published,
    updated,
    url,
    categories: values,
    via: first && `${origin}${first.href}`,
    content: xml`<p>From ${instantWords(row.from)}: ${statusLabel(row.formal)} on paper; ${statusLabel(
      row.compliance,
    )} by what is reported.</p>${sentences.map(
      ({ quote, source, publishedAt, href }) =>
        xml`<blockquote><p>${quote}</p></blockquote><p><a href="${origin}${href}">${source}${
          publishedAt && `, ${publishedWords(publishedAt)}`
        }</a></p>`,
    )}${
      rule &&
      xml`<p>Rule: <a href="${origin}/method#rule-${rule.name}">${ruleWords(rule.name)}</a>. ${rule.says}</p>`
    }`,
  };
}
