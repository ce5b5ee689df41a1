import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { handIn } from '#lib/server/hand-in.ts';
import { rateLimit } from '#lib/server/rate-limit.ts';
import { services } from '#lib/server/services.ts';
import type { Actions } from './$types';

/** What the server takes in one request (BODY_SIZE_LIMIT), a little below. */
const megabytes = 19;
const mostFiles = 100;
const limit = rateLimit(30, 60_000);

export const load = () => ({ megabytes });

export const actions: Actions = {
  async default({ request, locals }) {
    const form = await request.formData().catch((caught: unknown) => {
      if (caught instanceof Error && 'status' in caught && caught.status === 413) return null;
      throw caught;
    });
    if (!form) return fail(413, { error: m.intake_files_too_large({ megabytes }) });
    const person = locals.person?.id ?? '';
    const wait = limit(person, Date.now());
    if (wait > 0) return fail(429, { error: m.layout_wait_seconds({ seconds: wait }) });
    const files = form
      .getAll('files')
      .filter((file): file is File => typeof file !== 'string' && file.name !== '');
    if (files.length === 0) return fail(400, { error: m.intake_files_none() });
    const ids: string[] = [];
    for (const file of files.slice(0, mostFiles)) {
      const content = new Uint8Array(await file.arrayBuffer());
      const name = file.name.replace(/^.*[\\/]/, '').slice(0, 300);
      ids.push(await handIn(services(), { cameBy: 'file', name, content, wantsConfirmation: true }, person));
    }
    redirect(303, ids.length === 1 ? `/submissions/intakes/${ids[0]}` : '/submissions/intakes');
  },
};
