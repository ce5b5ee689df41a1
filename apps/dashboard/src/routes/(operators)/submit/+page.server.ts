import { fail, redirect } from '@sveltejs/kit';
import { Refusal } from '@trucewatch/store';
import { fieldErrors } from '#lib/forms/field-errors.ts';
import { SubmissionForm } from '#lib/forms/submission.ts';
import { services } from '#lib/server/services.ts';
import { rateLimit } from '#lib/server/rate-limit.ts';
import { submitArticle } from '#lib/server/submit-article.ts';
import type { Actions } from './$types';

/** A person pastes a few a minute; a program has the command line. */
const limit = rateLimit(30, 60_000);

export const actions: Actions = {
  async default({ request, locals }) {
    const form = Object.fromEntries(await request.formData());
    const kept = Object.fromEntries(
      Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    const parsed = SubmissionForm.safeParse(form);
    if (!parsed.success) return fail(400, { kept, errors: fieldErrors(parsed.error), message: '' });
    const person = locals.person?.id ?? '';
    const wait = limit(person, Date.now());
    if (wait > 0) return fail(429, { kept, errors: {}, message: `That was quick. Wait ${wait} seconds, then go on.` });
    try {
      const { id, duplicate } = await submitArticle(services(), parsed.data, person);
      redirect(303, `/submissions/${encodeURIComponent(id)}${duplicate ? '?duplicate' : ''}`);
    } catch (error) {
      if (error instanceof Refusal) return fail(400, { kept, errors: {}, message: error.message });
      throw error;
    }
  },
};
