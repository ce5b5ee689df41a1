export type { FeedItem, ReadFeed } from '../feed/read-feed.ts';
export { type ReadPage, Unreadable } from '../page/read-page.ts';
export { openReadingThread, type ReadingThread } from './open-reading-thread.ts';
