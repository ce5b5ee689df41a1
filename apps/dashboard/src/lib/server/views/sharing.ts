import type { StoredArticle } from '@trucewatch/store';
import { m } from '#lib/paraglide/messages.js';
import type { CitationView, EmbedView, FeedView, PageMeta } from '#lib/share/view.ts';
import type { CeasefireDetail } from '#lib/status/ceasefire-detail.ts';
import { statusLabel } from '#lib/status/words.ts';
import { withKnownAt } from '#lib/time/known-at.ts';
import type { Story } from '../stories.ts';
import type { ArticleView } from './article.ts';
import {
  articleCitation,
  type Cited,
  ceasefireCitation,
  citationView,
  conflictCitation,
  eventCitation,
} from './citation.ts';
import type { ConflictView } from './conflict.ts';
import type { EventView } from './event.ts';
import { conflictPath, eventPath } from './sentence.ts';

/** What a page has for those who cite it, list it, show it elsewhere or follow it. */
export interface Sharing {
  citation: CitationView;
  meta: PageMeta;
}

/** Quotes in descriptions are cut here, in UTF-16 code units: previews show no more. */
const longestQuote = 200;

export function conflictSharing(
  story: Story,
  view: ConflictView,
  cited: Cited,
): Sharing & { embed: EmbedView; feeds: FeedView[] } {
  const { id, name, path, asKnownAt, status, parties } = view;
  const conflict = told(story, id);
  const feeds: FeedView[] = [
    { kind: 'atom', title: m.share_feed_of({ name }), href: `${path}/feed.atom` },
    { kind: 'calendar', title: m.share_calendar_of({ name }), href: `${path}/calendar.ics` },
  ];
  return {
    citation: citationView(conflictCitation(story, conflict, cited), path, asKnownAt),
    feeds,
    embed: {
      name,
      page: withKnownAt(path, asKnownAt),
      frame: withKnownAt(`/embed${path}`, asKnownAt),
      chart: withKnownAt(`${path}/chart.svg`, asKnownAt),
      badge: withKnownAt(`${path}/badge.svg`, asKnownAt),
    },
    meta: {
      title: name,
      description: m.share_about_conflict({
        formal: statusLabel(status.formal.value),
        compliance: statusLabel(status.compliance.value),
        parties: parties.join(', '),
      }),
      path,
      picture: withKnownAt(`${path}/card.png`, asKnownAt),
      feeds,
    },
  };
}

export function ceasefireSharing(
  story: Story,
  conflictId: string,
  { path, asKnownAt, truce }: CeasefireDetail,
  cited: Cited,
): Sharing {
  const conflict = told(story, conflictId);
  const ceasefire = conflict.ceasefires.find(({ id }) => id === truce.id);
  if (!ceasefire) throw new Error(`the story does not tell of the ceasefire ${truce.id}`);
  const about = { outcome: truce.outcome, parties: truce.parties.join(', ') };
  return {
    citation: citationView(ceasefireCitation(story, conflict, ceasefire, cited), path, asKnownAt),
    meta: {
      title: `${truce.name}, ${conflict.name}`,
      description: m.share_about_ceasefire(about),
      path,
      picture: withKnownAt(`${path}/card.png`, asKnownAt),
      feeds: [
        {
          kind: 'atom',
          title: m.share_feed_of({ name: conflict.name }),
          href: `${conflictPath(conflictId)}/feed.atom`,
        },
      ],
    },
  };
}

export function articleSharing(article: StoredArticle, view: ArticleView, cited: Cited): Sharing {
  return {
    citation: citationView(articleCitation(article, view.extractor, cited), view.path, null),
    meta: {
      title: view.title ?? view.source,
      description: m.share_about_article({ source: view.source }),
      path: view.path,
      picture: `${view.path}/card.png`,
    },
  };
}

export function eventSharing(
  article: StoredArticle,
  { event, quotes, article: { extractor } }: EventView,
  asKnownAt: string | null,
  cited: Cited,
): Sharing {
  const path = eventPath(article.id, event.id);
  const citation = eventCitation(article, event, extractor ?? '', { ...cited, asKnownAt });
  const quote = quotes[0] ?? '';
  const shown = quote.length > longestQuote ? `${quote.slice(0, longestQuote).toWellFormed()}…` : quote;
  return {
    citation: citationView(citation, path, asKnownAt),
    meta: {
      title: event.title,
      description: m.share_about_event({ occasion: event.occasion, quote: shown }),
      path,
      picture: `${path}/card.png`,
    },
  };
}

function told(story: Story, conflictId: string) {
  const conflict = story.timeline.conflicts.find(({ id }) => id === conflictId);
  if (!conflict) throw new Error(`the story does not tell of the conflict ${conflictId}`);
  return conflict;
}
