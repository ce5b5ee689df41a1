import { openProducer } from '@trucewatch/queue';
import { openStore } from '@trucewatch/store';
import { openAnonymousReading } from './anonymous-reading.ts';
import { openAuth } from './auth.ts';
import { openDigests } from './digests.ts';
import { settings } from './env.ts';
import { openHeads } from './heads.ts';
import { openLive } from './live.ts';
import { log } from './log.ts';
import { openPages } from './pages.ts';
import { openSources } from './sources.ts';
import { openStories } from './stories.ts';

function open() {
  const { databaseUrl, redisUrl, origin, authSecret } = settings();
  const store = openStore({
    url: databaseUrl,
    onError: (error) => log.warn({ err: error }, 'a connection to PostgreSQL was lost'),
  });
  const producer = openProducer({
    databaseUrl,
    ...(redisUrl !== undefined && { redisUrl }),
    onError: (error: Error) => log.warn({ err: error }, 'the queue reports a fault'),
  });
  const heads = openHeads(store);
  const live = openLive(store, heads.forget);
  return {
    store,
    producer,
    anonymousReading: openAnonymousReading(store),
    auth: openAuth({ kysely: store.kysely, origin, secret: authSecret }),
    stories: openStories(store, heads),
    digests: openDigests(store, heads),
    sources: openSources(store, heads),
    pages: openPages({ heads }),
    live,
  };
}

export type Services = ReturnType<typeof open>;

let opened: Services | undefined;

/** What the server works with, opened when first asked for. */
export function services(): Services {
  opened ??= open();
  return opened;
}

/** Ends open streams at once, so that the server can stop; the rest closes when it has stopped. */
export function closeOnShutdown(): void {
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => opened?.live.close());
  process.once('sveltekit:shutdown', async () => {
    await Promise.allSettled([opened?.producer.close(), opened?.store.close()]);
  });
}
