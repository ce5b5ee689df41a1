import { fail, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { fieldErrors } from '#lib/forms/field-errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { addressHeader } from '#lib/server/auth.ts';
import { settings } from '#lib/server/env.ts';
import { ownPath } from '#lib/server/own-path.ts';
import { passOnCookies } from '#lib/server/pass-on-cookies.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

const Form = z.object({
  email: z.email({ error: () => m.operators_write_email() }),
  password: z
    .string()
    .min(1, { error: () => m.operators_write_password() })
    .max(1000, { error: () => m.operators_password_absurd() }),
});

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.person) redirect(303, ownPath(url.searchParams.get('next')));
};

export const actions: Actions = {
  async default({ request, url, getClientAddress, cookies }) {
    const form = Object.fromEntries(await request.formData());
    const parsed = Form.safeParse(form);
    const email = typeof form.email === 'string' ? form.email.slice(0, 320) : '';
    const refuse = (status: number, message: string, errors: Record<string, string> = {}) =>
      fail(status, { email, errors, message });
    if (!parsed.success) return refuse(400, '', fieldErrors(parsed.error));
    const { origin } = settings();
    // Through better-auth's own door, which counts attempts by address; it is open to nobody else.
    const answer = await services().auth.handler(
      new Request(`${origin}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, [addressHeader]: getClientAddress() },
        body: JSON.stringify(parsed.data),
      }),
    );
    if (answer.status === 429) return refuse(429, m.operators_too_many());
    if (!answer.ok) {
      return refuse(400, m.operators_no_match());
    }
    passOnCookies(answer, cookies);
    redirect(303, ownPath(url.searchParams.get('next')));
  },
};
