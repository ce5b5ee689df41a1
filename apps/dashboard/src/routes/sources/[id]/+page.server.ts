import { error } from '@sveltejs/kit';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { services } from '#lib/server/services.ts';
import { sourceKey } from '#lib/server/views/sources.ts';
import type { PageMeta } from '#lib/share/view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, depends }) => {
  depends(dependencies.story);
  const source = await services().sources.view(sourceKey(params.id));
  if (!source) error(404, 'No article names a source of this address.');
  const { name, path } = source;
  const meta: PageMeta = { title: name, description: m.sources_about({ name }), path, picture: '/card.png' };
  return { source, meta };
};
