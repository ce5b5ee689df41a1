import { fail } from '@sveltejs/kit';
import { QueueUnavailable } from '@trucewatch/queue';
import * as z from 'zod';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import type { QueueView } from '#lib/queue/view.ts';
import { memberOf } from '#lib/server/member.ts';
import { queueArticles } from '#lib/server/queue-articles.ts';
import { services } from '#lib/server/services.ts';
import { queueWarnings } from '#lib/server/views/queue-warnings.ts';
import type { Actions, PageServerLoad } from './$types';

const Hours = z.coerce
  .number()
  .pipe(z.union([z.literal(1), z.literal(6), z.literal(24), z.literal(168)]))
  .catch(6);

export const load: PageServerLoad = async ({ depends, url }) => {
  depends(dependencies.submissions);
  const { store, producer } = services();
  const hours = Hours.parse(url.searchParams.get('hours'));
  let reason = '';
  const asked = producer.health().catch((error: unknown) => {
    if (!(error instanceof QueueUnavailable)) throw error;
    reason = error.message;
    return null;
  });
  const [depth, now, workers, groups, history] = await Promise.all([
    asked,
    store.load.now(),
    store.workers.seen(),
    store.failures.groups(),
    store.load.history(hours),
  ]);
  const { oldestWaiting, failed, setAside, doneInTenMinutes } = now;
  const warnings = queueWarnings({ depth, reason, oldestWaiting, workers, groups }, Date.now());
  const queue: QueueView = {
    warnings,
    depth,
    oldestWaiting,
    failed,
    setAside,
    doneInTenMinutes,
    workers,
    groups,
    history,
    hours,
  };
  return { queue };
};

/** An empty group stands for all of them. */
const Group = z.string().max(300).catch('');

async function reaching(work: () => Promise<unknown>, said: string) {
  try {
    await work();
    return { said };
  } catch (error) {
    if (error instanceof QueueUnavailable) return fail(503, { message: error.message });
    throw error;
  }
}

export const actions: Actions = {
  async pause({ locals }) {
    const { store, producer } = services();
    const who = memberOf(locals).id;
    return reaching(async () => {
      await producer.pause();
      await store.audit.add({ who, act: 'queue.paused' });
    }, m.queue_said_paused());
  },

  async resume({ locals }) {
    const { store, producer } = services();
    const who = memberOf(locals).id;
    return reaching(async () => {
      await producer.resume();
      await store.audit.add({ who, act: 'queue.resumed' });
    }, m.queue_said_resumed());
  },

  async retry({ request, locals }) {
    const group = Group.parse((await request.formData()).get('group'));
    const { store } = services();
    let count = 0;
    for await (const ids of store.failures.retry(group || undefined, memberOf(locals).id)) {
      count += ids.length;
      await queueArticles(services(), ids);
    }
    return { said: m.queue_said_retried({ count }) };
  },

  async setAside({ request, locals }) {
    const group = Group.parse((await request.formData()).get('group'));
    const count = await services().store.failures.setAside({ group }, true, memberOf(locals).id);
    return { said: m.queue_said_set_aside({ count }) };
  },
};
