import { json } from '@sveltejs/kit';
import { conflictList } from '#lib/server/api/conflicts.ts';
import { settings } from '#lib/server/env.ts';
import { services } from '#lib/server/services.ts';

export async function GET() {
  const now = Date.now();
  const { conflicts } = await services().digests.all(now);
  return json(conflictList(conflicts, now, settings().origin));
}
