import { type Citation, citationFiles, plainCitation } from '@trucewatch/interchange';
import type { Ceasefire, Conflict } from '@trucewatch/schema';
import { folder } from '@trucewatch/status';
import type { StoredArticle } from '@trucewatch/store';
import type { CitationView } from '#lib/share/view.ts';
import { toTheMinute, withKnownAt } from '#lib/time/known-at.ts';
import type { Story } from '../stories.ts';
import { ceasefireName } from './ceasefire.ts';
import { reportsOf } from './conflict-events.ts';
import { articlePath, ceasefirePath, conflictPath, eventPath } from './sentence.ts';

/** Where and when a page is cited: the site's address, and now as an ISO instant. */
export interface Cited {
  origin: string;
  now: string;
}

/** A conflict as the story knows it. */
export function conflictCitation(story: Story, conflict: Conflict, cited: Cited): Citation {
  return toldCitation([conflict.name], conflictPath(conflict.id), story, conflict, cited);
}

/** A ceasefire as the story knows it. */
export function ceasefireCitation(
  story: Story,
  conflict: Conflict,
  ceasefire: Ceasefire,
  cited: Cited,
): Citation {
  const path = ceasefirePath(conflict.id, ceasefire.id);
  return toldCitation([ceasefireName(ceasefire), conflict.name], path, story, conflict, cited);
}

/** What articles tell changes with what is known: the address carries the instant. */
function toldCitation(
  about: string[],
  path: string,
  { asKnownAt, reports }: Story,
  conflict: Conflict,
  { origin, now }: Cited,
): Citation {
  const knownAt = asKnownAt ?? toTheMinute(now);
  const extractors = new Set(reportsOf(conflict, reports).map(({ extractor }) => extractor));
  return {
    about,
    url: `${origin}${withKnownAt(path, knownAt)}`,
    knownAt,
    versions: [...[...extractors].sort(), `${folder.name} ${folder.version}`],
  };
}

/** An article with its events; its words do not change, what is found in them may with the extractor. */
export function articleCitation(
  article: StoredArticle,
  extractor: string | null,
  { origin, now }: Cited,
): Citation {
  const { id, title, source, publishedAt, url } = article;
  return {
    about: [title ?? 'Article without a title'],
    url: `${origin}${articlePath(id)}`,
    knownAt: toTheMinute(now),
    versions: extractor === null ? [] : [extractor],
    original: { title, source, publishedAt, url },
  };
}

/** One event of an article, with what others tell of it as known at an instant or now. */
export function eventCitation(
  article: StoredArticle,
  event: { id: string; title: string; occasion: string },
  extractor: string,
  { origin, now, asKnownAt }: Cited & { asKnownAt: string | null },
): Citation {
  const knownAt = asKnownAt ?? toTheMinute(now);
  return {
    ...articleCitation(article, extractor, { origin, now }),
    about: [event.title, event.occasion],
    url: `${origin}${withKnownAt(eventPath(article.id, event.id), knownAt)}`,
    knownAt,
    versions: [extractor, `${folder.name} ${folder.version}`],
  };
}

/** A citation as its page shows it; `path` is the page's. */
export function citationView(citation: Citation, path: string, asKnownAt: string | null): CitationView {
  return {
    text: plainCitation(citation),
    files: Object.entries(citationFiles).map(([ending, { name }]) => ({
      name,
      href: withKnownAt(`${path}/citation.${ending}`, asKnownAt),
    })),
  };
}
