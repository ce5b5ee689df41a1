import { randomBytes } from 'node:crypto';
import type { Change, Store } from '@trucewatch/store';
import { log } from './log.ts';

/** Comment lines sent this often keep proxies from closing a quiet stream; in milliseconds. */
const heartbeat = 20_000;
/** How soon a browser comes back after a broken stream; in milliseconds. */
const retry = 1_000;
/** Streams that one process keeps open: some kilobytes and a socket each. Pages beyond them read as before, without news. */
const mostStreams = 2_000;
/** How soon a page that found no room asks again; in seconds. */
export const fullRetry = 30;

/** What is on its way is operators' matter. */
const operatorsOnly = new Set<Change['kind']>(['article', 'intake', 'feed', 'reextraction']);

interface Listener {
  send(text: string): void;
  end(): void;
  /** Whether it hears of articles on their way, which is operators' matter. */
  isOperator: boolean;
}

/**
 * One connection to PostgreSQL's notices, handed on to every open page. Events are numbered within this process:
 * a page that comes back with another number (a gap, or another process) is told to look again.
 */
export function openLive(store: Pick<Store, 'changes'>, onChange: () => void = () => {}, most = mostStreams) {
  // Nobody can guess it: pages that are kept have it replaced by the latest.
  const process = randomBytes(6).toString('hex');
  const listeners = new Set<Listener>();
  let number = 0;
  let listening: ReturnType<Store['changes']['listen']> | undefined;

  const id = () => `${process}-${number}`;

  function hear(change: Change): void {
    // What pages show of an extraction follows with the rows derived from it, some milliseconds later.
    if (change.kind === 'extraction' || change.kind === 'act') return;
    onChange();
    number++;
    const message = messageOf(id(), change);
    for (const listener of listeners) {
      if (!operatorsOnly.has(change.kind) || listener.isOperator) listener.send(message);
    }
  }

  function start(): void {
    listening ??= store.changes.listen(hear, (error) => log.warn({ err: error }, 'changes are not heard'));
  }

  return {
    /** The number of the latest change: a page made now says it when it connects, so nothing falls between. */
    position(): string {
      start();
      return id();
    },

    /**
     * A stream of server-sent events for one page; `heard` is the number of the last change that it knows of.
     * Null when as many are open as this process keeps.
     */
    stream({
      heard,
      isOperator,
    }: {
      heard: string | null;
      isOperator: boolean;
    }): ReadableStream<Uint8Array> | null {
      if (listeners.size >= most) return null;
      start();
      const encoder = new TextEncoder();
      let stop = () => {};
      return new ReadableStream({
        start(controller) {
          const listener: Listener = {
            isOperator,
            send: (text) => controller.enqueue(encoder.encode(text)),
            end: () => {
              stop();
              controller.close();
            },
          };
          const beat = setInterval(() => listener.send(': still here\n\n'), heartbeat);
          stop = () => {
            clearInterval(beat);
            listeners.delete(listener);
          };
          listeners.add(listener);
          listener.send(`retry: ${retry}\n\n`);
          const hasGap = heard !== null && heard !== id();
          listener.send(messageOf(id(), hasGap ? { kind: 'missed' } : { kind: 'hello' }));
        },
        cancel() {
          stop();
        },
      });
    },

    /** Ends every stream; the browsers come back by themselves. */
    close(): void {
      for (const listener of [...listeners]) listener.end();
      listening?.close().catch((error: unknown) => log.warn({ err: error }, 'could not stop listening'));
    },
  };
}

function messageOf(id: string, change: Change | { kind: 'hello' }): string {
  return `id: ${id}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`;
}
