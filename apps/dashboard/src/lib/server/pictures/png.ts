import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** Pictures kept, of some 40 KB each. */
const kept = 200;
/** Pictures waiting at a time: whoever asks for more is told to come back. */
const mostWaiting = 20;
/** No picture takes this long; a thread that does is ended. In milliseconds. */
const limit = 10_000;

type Png = Uint8Array<ArrayBuffer>;
interface Waiting {
  resolve(png: Png): void;
  reject(error: Error): void;
}

const pictures = new Map<string, Promise<Png>>();
const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let number = 0;

/** A picture as PNG, drawn once however often it is asked for. Null: too many are being drawn already. */
export function png(svg: string): Promise<Png> | null {
  const key = hash('sha256', svg, 'base64url');
  const found = pictures.get(key);
  if (found) {
    pictures.delete(key);
    pictures.set(key, found);
    return found;
  }
  if (waiting.size >= mostWaiting) return null;
  const drawn = draw(svg);
  drawn.catch(() => pictures.delete(key));
  pictures.set(key, drawn);
  const oldest = pictures.keys().next().value;
  if (pictures.size > kept && oldest !== undefined) pictures.delete(oldest);
  return drawn;
}

function draw(svg: string): Promise<Png> {
  const id = ++number;
  const { promise, resolve, reject } = Promise.withResolvers<Png>();
  waiting.set(id, { resolve, reject });
  const timer = setTimeout(() => end(new Error(`A picture took longer than ${limit / 1000} s.`)), limit);
  promise.catch(() => {}).finally(() => clearTimeout(timer));
  thread ??= start();
  thread.postMessage({ id, svg });
  return promise;
}

function start(): Worker {
  // By its path in the repository: the built server is one bundle, and a thread starts from a file.
  const file = createRequire(import.meta.url).resolve('#lib/server/pictures/png-thread.ts');
  const started = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: 128 } });
  started.on('message', ({ id, png: drawn, problem }: { id: number; png?: Png; problem?: string }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (drawn) asked?.resolve(drawn);
    else asked?.reject(new Error(`A picture could not be drawn: ${problem}`));
  });
  started.on('error', end);
  // It does not keep the server from stopping: after the listeners, which would hold it again.
  started.unref();
  return started;
}

/** Ends the thread with all that it was to draw; the next picture starts another. */
function end(error: Error): void {
  void thread?.terminate();
  thread = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}
