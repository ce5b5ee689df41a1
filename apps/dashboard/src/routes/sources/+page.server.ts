import { dependencies } from '#lib/live/dependencies.ts';
import { services } from '#lib/server/services.ts';
import type { SourceSummary } from '#lib/sources/view.ts';
import type { PageServerLoad } from './$types';

const pageSize = 100;
/** Longer than any publisher's name. */
const longestQuery = 100;

export const load: PageServerLoad = async ({ url, depends }) => {
  depends(dependencies.story);
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, longestQuery);
  const shown = Math.min(10_000, Math.max(pageSize, Number(url.searchParams.get('show')) || pageSize));
  const all = await services().sources.all();
  const found = all.filter(({ names, family, agency }) =>
    [...names, family ?? '', agency ?? ''].some((name) => name.toLowerCase().includes(q.toLowerCase())),
  );
  return {
    q,
    total: all.length,
    sources: found.slice(0, shown).map(
      ({ path, name, family, agency, country, side, articles, last }): SourceSummary => ({
        path,
        name,
        family,
        agency,
        country,
        side,
        articles,
        last,
      }),
    ),
    more:
      found.length > shown
        ? `?${new URLSearchParams({ ...(q && { q }), show: String(shown + pageSize) })}`
        : null,
  };
};
