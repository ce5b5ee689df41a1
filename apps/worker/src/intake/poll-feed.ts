import { FetchRefused } from '@trucewatch/ingest/fetch';
import { type FeedItem, Unreadable } from '@trucewatch/ingest/reading';
import type { Handler } from '@trucewatch/queue';
import type { Feed } from '@trucewatch/store';
import type { IntakeTools } from './read-intake.ts';

const accept =
  'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5';
const longestFeed = 10_000_000;
/** New items handed in at one look: a feed's whole archive would shut out the others. The rest is new at the next look. */
const mostNew = 50;
/** Seconds between two looks at a feed that fails, at most. */
const longestWait = 86_400;

/** Looks at a feed, hands in what is new in it, and says when to look again. */
export function pollFeed(tools: IntakeTools): Handler<'poll-feed'> {
  const { store, producer, fetcher, reading, log } = tools;
  return async ({ feedId }, { signal }) => {
    const feed = await store.feeds.get(feedId);
    if (!feed || feed.isPaused || Date.parse(feed.nextAt) > Date.now()) return;
    try {
      const { etag, lastModified } = feed;
      const fetched = await fetcher.fetch(feed.address, {
        etag,
        lastModified,
        accept,
        longest: longestFeed,
        signal,
      });
      const { movedTo } = fetched;
      const wait = around(feed.everySeconds);
      if (fetched.isUnchanged)
        return await store.feeds.succeeded(feed.id, { etag, lastModified, movedTo, hasNew: false, wait });
      const { title, items } = await reading.feed(fetched.bytes, {
        address: fetched.address,
        contentType: fetched.contentType,
      });
      const unseen = await store.feeds.unseen(
        feed.id,
        items.map(({ key }) => key),
      );
      const fresh = items.filter(({ key }) => unseen.has(key));
      for (const item of fresh.slice(0, mostNew)) await handIn(feed, title, item);
      const isAll = fresh.length <= mostNew;
      await store.feeds.succeeded(feed.id, {
        title,
        movedTo,
        // What is left over must be sent again.
        ...(isAll && { etag: fetched.etag, lastModified: fetched.lastModified }),
        hasNew: fresh.length > 0,
        wait: isAll ? wait : around(60),
      });
      if (fresh.length > 0)
        log.info({ feedId: feed.id, items: Math.min(fresh.length, mostNew) }, 'new in a feed');
    } catch (error) {
      if (!(error instanceof FetchRefused) && !(error instanceof Unreadable)) throw error;
      await store.feeds.failed(feed.id, error.message, waitAfter(feed, error));
      log.info({ feedId: feed.id, reason: error.message }, 'a feed could not be read');
    }
  };

  async function handIn(feed: Feed, title: string | undefined, item: FeedItem): Promise<void> {
    const intakeId = await store.intakes.add(
      {
        cameBy: 'feed',
        name: item.address ?? item.title ?? item.key,
        feedId: feed.id,
        given: {
          title: item.title,
          publishedAt: item.publishedAt,
          byline: item.byline,
          source: title ?? feed.title,
          text: item.text,
        },
        wantsConfirmation: false,
      },
      'system',
    );
    await store.feeds.see(feed.id, item.key);
    await producer
      .submit('read-intake', { intakeId })
      .catch((error: Error) => log.warn({ reason: error.message }, 'read later: the queue does not answer'));
  }
}

/** Twice as long after each failure in a row, and no sooner than the site asks. */
function waitAfter({ everySeconds, failures }: Feed, error: FetchRefused | Unreadable): number {
  const asked = error instanceof FetchRefused ? (error.retryAfter ?? 0) : 0;
  return around(Math.min(longestWait, Math.max(asked, everySeconds * 2 ** Math.min(failures, 12))));
}

/** So that feeds that were added together are not all asked at once for ever. */
function around(seconds: number): number {
  return seconds * (0.9 + 0.2 * Math.random());
}
