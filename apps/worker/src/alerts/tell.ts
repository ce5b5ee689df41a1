import { setTimeout as wait } from 'node:timers/promises';
import type { Producer } from '@trucewatch/queue';
import type { Store } from '@trucewatch/store';
import type { Logger } from 'pino';

interface TellTools {
  store: Pick<Store, 'alerts' | 'changes' | 'describe'>;
  producer: Pick<Producer, 'submitMany'>;
  log: Logger;
  /** Seconds between two looks when nothing is heard: planned instants pass, and what failed is due again. */
  every: number;
  /** From which address this worker sends mail; null: it cannot. The page of alerts says so. */
  mailFrom: string | null;
}

/** Seconds between two looks at least: derived rows may be written many times a second. */
const leastPause = 1;
/** Milliseconds between two times that what is old is forgotten. */
const tidyEvery = 3_600_000;
/** Days that messages are kept after they were sent or given up. */
const keptFor = 90;

/**
 * Sees who is to hear of a change of status whenever derived rows were written, and at times when nothing was; puts down
 * the messages and queues what is due. Several workers may do it at once. Its errors are logged and the next round tries again.
 */
export function startTelling({ store, producer, log, every, mailFrom }: TellTools): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  let tidiedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let isWanted = false;
  let isSaid = false;
  let running: Promise<void> | undefined;

  function soon(): void {
    isWanted = true;
    if (!stopping.signal.aborted) running ??= rounds();
  }

  async function rounds(): Promise<void> {
    clearTimeout(timer);
    while (isWanted && !stopping.signal.aborted) {
      isWanted = false;
      await round();
      const pause = Math.min(every, leastPause) * 1_000;
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
    running = undefined;
    if (!stopping.signal.aborted) timer = setTimeout(soon, every * 1_000);
  }

  async function round(): Promise<void> {
    try {
      if (!isSaid) await store.alerts.setMailFrom(mailFrom);
      isSaid = true;
      const noticed = await store.alerts.notice(new Date().toISOString());
      const due = await store.alerts.due();
      await producer.submitMany(
        'deliver-alert',
        due.map((deliveryId) => ({ deliveryId })),
      );
      if (noticed.length > 0) log.info({ alerts: noticed.length }, 'changes of status to tell');
      if (performance.now() - tidiedAt < tidyEvery) return;
      await store.alerts.forgetUnconfirmed();
      await store.alerts.forget(keptFor);
      tidiedAt = performance.now();
    } catch (error) {
      log.warn({ reason: store.describe(error) }, 'alerts wait; the next round tries again');
    }
  }

  const listening = store.changes.listen(
    ({ kind }) => {
      if (kind === 'derived' || kind === 'missed') soon();
    },
    (error) => log.warn({ reason: store.describe(error) }, 'changes are not heard'),
  );
  soon();

  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await listening.close();
      await running;
    },
  };
}
