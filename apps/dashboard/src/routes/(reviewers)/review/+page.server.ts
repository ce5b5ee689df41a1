import { dependencies } from '#lib/live/dependencies.ts';
import { queueFilter, queueView } from '#lib/server/review/queue.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

/** Beyond so many nobody scrolls: a filter finds the others. */
const most = 60;

export const load: PageServerLoad = async ({ url, depends }) => {
  depends(dependencies.story);
  const queue = await queueView(services(), queueFilter(url.searchParams), Date.now());
  return { queue: { ...queue, items: queue.items.slice(0, most) } };
};
