import { dependencies } from '#lib/live/dependencies.ts';
import { services } from '#lib/server/services.ts';
import { overviewView } from '#lib/server/views/overview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends }) => {
  depends(dependencies.story);
  const story = await services().stories.story();
  return { overview: overviewView(story, new Date().toISOString()) };
};
