import { fail, redirect } from '@sveltejs/kit';
import { PasteRefused } from '@trucewatch/ingest';
import { longestText } from '@trucewatch/schema';
import { Refusal } from '@trucewatch/store';
import { numberWords } from '#lib/language/intl.ts';
import { m } from '#lib/paraglide/messages.js';
import { pastedFields, pasteErrors } from '#lib/server/pasted-form.ts';
import { rateLimit } from '#lib/server/rate-limit.ts';
import { refusalWords } from '#lib/server/refusal-words.ts';
import { services } from '#lib/server/services.ts';
import { submitArticle } from '#lib/server/submit-article.ts';
import type { Actions } from './$types';

/** What stands beneath the text when it is longer than the server takes (BODY_SIZE_LIMIT), so that it was not read. */
const tooLong = () => m.operators_text_too_long({ count: numberWords(longestText) });

/** A person pastes a few a minute; a program has the command line. */
const limit = rateLimit(30, 60_000);

export const actions: Actions = {
  async default({ request, locals }) {
    const form = await request.formData().catch((caught: unknown) => {
      if (caught instanceof Error && 'status' in caught && caught.status === 413) return null;
      throw caught;
    });
    if (!form) return fail(413, { kept: null, errors: { text: tooLong() }, message: '' });
    const kept = pastedFields(form);
    const refuse = (status: number, message: string, errors: Record<string, string> = {}) =>
      fail(status, { kept, errors, message });
    const person = locals.person?.id ?? '';
    const wait = limit(person, Date.now());
    if (wait > 0) return refuse(429, m.operators_too_quick({ count: wait }));
    const accepted = await submitArticle(services(), kept, person).catch((error: unknown) => {
      if (error instanceof PasteRefused) return refuse(400, '', pasteErrors(error));
      if (error instanceof Refusal) return refuse(400, refusalWords(error));
      throw error;
    });
    if ('status' in accepted) return accepted;
    redirect(303, `/submissions/${encodeURIComponent(accepted.id)}${accepted.duplicate ? '?duplicate' : ''}`);
  },
};
