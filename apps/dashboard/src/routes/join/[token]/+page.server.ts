import { fail, redirect } from '@sveltejs/kit';
import { holds, type Role } from '@trucewatch/schema';
import { Refusal } from '@trucewatch/store';
import * as z from 'zod';
import { fieldErrors } from '#lib/forms/field-errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { longestPassword, shortestPassword } from '#lib/server/auth.ts';
import { refusalWords } from '#lib/server/refusal-words.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

const Form = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: () => m.operators_write_name() })
    .max(100, { error: () => m.operators_name_too_long() }),
  email: z.email({ error: () => m.operators_write_email() }).max(320),
  password: z
    .string()
    .min(shortestPassword, { error: () => m.operators_password_short({ count: shortestPassword }) })
    .max(longestPassword, { error: () => m.operators_password_long({ count: longestPassword }) }),
});

export const load: PageServerLoad = async ({ params }) => {
  try {
    const { role, expiresAt } = await services().store.people.invitation(params.token);
    return { role, expiresAt, refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { role: null, expiresAt: null, refusal: refusalWords(error) };
    throw error;
  }
};

export const actions: Actions = {
  async default({ request, params }) {
    const form = Object.fromEntries(await request.formData());
    const parsed = Form.safeParse(form);
    const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 320) : '');
    const kept = { name: text(form.name), email: text(form.email) };
    const refuse = (errors: Record<string, string>, message = '') => fail(400, { ...kept, errors, message });
    if (!parsed.success) return refuse(fieldErrors(parsed.error));

    const { auth, store } = services();
    const { name, password } = parsed.data;
    const email = parsed.data.email.toLowerCase();
    const { internalAdapter } = await auth.$context;
    if (await internalAdapter.findUserByEmail(email)) {
      return refuse({ email: m.operators_email_taken() });
    }
    let role: Role;
    try {
      role = await store.people.useInvitation(params.token, email);
      await auth.api.createUser({ body: { email, password, name, data: { role, emailVerified: false } } });
    } catch (error) {
      if (error instanceof Refusal) return refuse({}, refusalWords(error));
      throw error;
    }
    await auth.api.signInEmail({ body: { email, password }, headers: request.headers });
    redirect(303, holds(role, 'operator') ? '/submit' : '/');
  },
};
