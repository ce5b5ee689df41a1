export type { FeedItem, ReadFeed } from '../feed/read-feed.ts';
export type { ReadPage } from '../page/read-page.ts';
export { Unreadable } from '../unreadable.ts';
export { openReadingThread, type ReadingThread } from './open-reading-thread.ts';
