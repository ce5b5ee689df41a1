import type { Change, Store } from '@trucewatch/store';
import { expect, it, onTestFinished } from 'vitest';
import { openLive } from './live.ts';

/** The live streams of one process, and a way to say what the database announces. */
function server(most?: number) {
  let announce: (change: Change) => void = () => {};
  const changes = {
    listen(callback: typeof announce) {
      announce = callback;
      return { ready: Promise.resolve(), close: async () => {} };
    },
  } as unknown as Store['changes'];
  const live = openLive({ changes }, undefined, most);
  onTestFinished(() => live.close());
  live.position();
  return { live, announce: (change: Change) => announce(change) };
}

type Stream = ReadableStream<Uint8Array> | null;

/** The kinds of change that a stream has told so far, in order; ends it. */
async function heardBy(live: ReturnType<typeof openLive>, ...streams: Stream[]): Promise<string[][]> {
  live.close();
  return Promise.all(
    streams.map(async (stream) => {
      const text = await new Response(stream).text();
      return [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '').kind);
    }),
  );
}

const derived: Change = { kind: 'derived', revision: 1 };
const article: Change = { kind: 'article', articleId: 'a', state: 'accepted' };

it('greets a page that knows of the latest change, and tells others to look again', async () => {
  const { live, announce } = server();
  const before = live.position();
  announce(derived);
  const stream = (heard: string | null) => live.stream({ heard, isOperator: false });
  const streams = [stream(live.position()), stream(before), stream('another-process-7'), stream(null)];
  expect(await heardBy(live, ...streams)).toEqual([['hello'], ['missed'], ['missed'], ['hello']]);
});

it('tells viewers of new events, and operators of articles on their way too', async () => {
  const { live, announce } = server();
  const heard = live.position();
  const viewer = live.stream({ heard, isOperator: false });
  const operator = live.stream({ heard, isOperator: true });
  announce(article);
  announce(derived);
  expect(await heardBy(live, viewer, operator)).toEqual([
    ['hello', 'derived'],
    ['hello', 'article', 'derived'],
  ]);
});

it('numbers every change, so that a page that missed one knows', () => {
  const { live, announce } = server();
  const positions = [live.position()];
  for (const change of [article, derived, derived]) {
    announce(change);
    positions.push(live.position());
  }
  expect(new Set(positions).size).toBe(4);
});

it('has room for so many pages and no more, until one leaves', async () => {
  const { live } = server(2);
  const ask = () => live.stream({ heard: null, isOperator: false });
  const first = ask();
  expect(ask()).not.toBeNull();
  expect(ask()).toBeNull();
  await first?.cancel();
  expect(ask()).not.toBeNull();
});
