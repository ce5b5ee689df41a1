import { fail, redirect } from '@sveltejs/kit';
import { canonicalAddress } from '@trucewatch/ingest';
import { m } from '#lib/paraglide/messages.js';
import { handIn } from '#lib/server/hand-in.ts';
import { rateLimit } from '#lib/server/rate-limit.ts';
import { services } from '#lib/server/services.ts';
import type { Actions } from './$types';

const limit = rateLimit(30, 60_000);

export const actions: Actions = {
  async default({ request, locals }) {
    const form = await request.formData();
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim().slice(0, 4_000) : '';
    };
    const kept = { address: field('address'), publishedAt: field('publishedAt'), source: field('source') };
    const person = locals.person?.id ?? '';
    const wait = limit(person, Date.now());
    if (wait > 0) return fail(429, { kept, error: '', message: m.layout_wait_seconds({ seconds: wait }) });
    const address = canonicalAddress(kept.address);
    if (address === null) return fail(400, { kept, error: m.intake_address_wrong(), message: '' });
    const given = { publishedAt: kept.publishedAt || undefined, source: kept.source || undefined };
    const id = await handIn(
      services(),
      { cameBy: 'address', name: address, given, wantsConfirmation: false },
      person,
    );
    redirect(303, `/submissions/intakes/${id}`);
  },
};
