import { auditRequest } from '#lib/server/audit-request.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

const pageSize = 100;

export const load: PageServerLoad = async ({ url }) => {
  const { store } = services();
  const asked = auditRequest(url.searchParams);
  const [entries, acts, accounts] = await Promise.all([
    store.audit.list({ ...asked, limit: pageSize }),
    store.audit.acts(),
    store.people.accounts(),
  ]);
  const { before: _, ...filter } = asked;
  const query = (more: Record<string, string>) =>
    new URLSearchParams({ ...(filter as Record<string, string>), ...more }).toString();
  const last = entries.at(-1);
  return {
    entries,
    acts,
    names: Object.fromEntries(accounts.map(({ id, name }) => [id, name])),
    filter,
    isFirstPage: asked.before === undefined,
    newest: `?${query({})}`,
    older: last && entries.length === pageSize ? `?${query({ before: String(last.id) })}` : null,
    export: `/audit/audit.csv?${query({})}`,
  };
};
