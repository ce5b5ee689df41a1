import { randomBytes } from 'node:crypto';
import type { BackendOptions } from './backend.ts';
import { type Consumer, type ConsumerOptions, type Handler, openConsumer } from './consumer.ts';
import { openProducer, type Producer } from './producer.ts';
import { type Relay, relayTo } from './relay.ts';

interface BenchOptions {
  databaseUrl: string;
  /** null: the queue is in PostgreSQL. */
  redisUrl: string | null;
  /** Called with what is to be done when the test is over, last first. */
  onEnd: (undo: () => Promise<void>) => void;
}

/** For tests: a queue of its own on one of the backends, and both of its ends, closed when the test is over. */
export function workbench({ databaseUrl, redisUrl, onEnd }: BenchOptions) {
  const address = redisUrl ?? databaseUrl;
  const namespace = `t${randomBytes(5).toString('hex')}`;

  /** The queue, reached at another address: a wire, or a place where nothing is. */
  function at(other: string): BackendOptions {
    const addresses = redisUrl ? { redisUrl: other, databaseUrl } : { databaseUrl: other };
    return { ...addresses, namespace, onError: () => {} };
  }
  const options = at(address);

  function producer(place = options): Producer {
    const opened = openProducer(place);
    onEnd(() => opened.close());
    return opened;
  }

  function consumer(handler: Handler<'extract-article'>, more: Partial<ConsumerOptions> = {}): Consumer {
    const opened = openConsumer({
      ...options,
      handlers: {
        'extract-article': handler,
        'read-intake': async () => {},
        'poll-feed': async () => {},
        'deliver-alert': async () => {},
        'advance-reextraction': async () => {},
        'reextract-article': async () => {},
      },
      concurrency: 1,
      timing: { lock: 1_000, check: 300 },
      ...more,
    });
    onEnd(() => opened.close(0));
    return opened;
  }

  /** A wire to the backend, cut at first. */
  async function wire(): Promise<Relay> {
    const relay = await relayTo(address);
    onEnd(relay.cut);
    return relay;
  }

  return { options, at, producer, consumer, wire };
}
