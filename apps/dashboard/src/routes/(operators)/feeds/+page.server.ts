import { fail, redirect } from '@sveltejs/kit';
import { canonicalAddress } from '@trucewatch/ingest';
import { Refusal } from '@trucewatch/store';
import * as z from 'zod';
import { healthOf } from '#lib/feeds/health.ts';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { log } from '#lib/server/log.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends }) => {
  depends(dependencies.feeds);
  const now = Date.now();
  const feeds = await services().store.feeds.list();
  return {
    feeds: feeds.map((feed) => ({
      id: feed.id,
      address: feed.address,
      title: feed.title ?? feed.address,
      health: healthOf(feed, now),
      succeededAt: feed.succeededAt,
      newAt: feed.newAt,
      error: feed.error,
      nextAt: feed.nextAt,
      isPaused: feed.isPaused,
      newItems: feed.newItems,
    })),
  };
};

const Every = z.coerce.number().int().min(300).max(86_400).catch(900);
const Id = z.string().min(1).max(100);

async function lookSoon(feedId: string): Promise<void> {
  try {
    await services().producer.submit('poll-feed', { feedId });
  } catch (error) {
    log.warn({ err: error, feedId }, 'looked at later: the queue does not answer');
  }
}

export const actions: Actions = {
  async add({ request, locals }) {
    const form = await request.formData();
    const written = String(form.get('address') ?? '').slice(0, 4_000);
    const address = canonicalAddress(written);
    if (address === null) return fail(400, { address: written, error: m.feeds_address_wrong() });
    try {
      const everySeconds = Every.parse(form.get('every'));
      await lookSoon(await services().store.feeds.add({ address, everySeconds }, locals.person?.id ?? ''));
    } catch (error) {
      if (error instanceof Refusal) return fail(400, { address: written, error: m.feeds_known() });
      throw error;
    }
    redirect(303, '/feeds');
  },
  async pause({ request, locals }) {
    const form = await request.formData();
    await services().store.feeds.pause(Id.parse(form.get('id')), true, locals.person?.id ?? '');
    redirect(303, '/feeds');
  },
  async resume({ request, locals }) {
    const id = Id.parse((await request.formData()).get('id'));
    await services().store.feeds.pause(id, false, locals.person?.id ?? '');
    await lookSoon(id);
    redirect(303, '/feeds');
  },
  async look({ request }) {
    const id = Id.parse((await request.formData()).get('id'));
    await services().store.feeds.hurry(id);
    await lookSoon(id);
    redirect(303, '/feeds');
  },
  async remove({ request, locals }) {
    const form = await request.formData();
    await services().store.feeds.remove(Id.parse(form.get('id')), locals.person?.id ?? '');
    redirect(303, '/feeds');
  },
};
