import { parentPort } from 'node:worker_threads';
import { readFeed } from '../feed/read-feed.ts';
import { readPage } from '../page/read-page.ts';
import { Unreadable } from '../unreadable.ts';
import type { ReadingAnswer, ReadingWork } from './open-reading-thread.ts';

/** The thread that pages and feeds are read on: one message in, one out. */
parentPort?.on('message', async (work: ReadingWork) => {
  parentPort?.postMessage(await answer(work));
});

parentPort?.postMessage('ready' satisfies ReadingAnswer);

async function answer({ kind, bytes, source }: ReadingWork): Promise<ReadingAnswer> {
  try {
    return { read: kind === 'page' ? await readPage(bytes, source) : readFeed(bytes, source) };
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error.message };
    return { unreadable: 'It is made in a way that cannot be read: paste its text instead.' };
  }
}
