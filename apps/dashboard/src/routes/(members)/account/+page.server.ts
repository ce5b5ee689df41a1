import { fail } from '@sveltejs/kit';
import { scopesOf, TokenScope } from '@trucewatch/schema';
import { Refusal } from '@trucewatch/store';
import * as z from 'zod';
import { fieldErrors } from '#lib/forms/field-errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { browserName } from '#lib/people/browser-name.ts';
import { tokenDays } from '#lib/people/token-days.ts';
import { longestPassword, shortestPassword } from '#lib/server/auth.ts';
import { memberOf } from '#lib/server/member.ts';
import { rateLimit } from '#lib/server/rate-limit.ts';
import { refusalWords } from '#lib/server/refusal-words.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request }) => {
  const { auth, store } = services();
  const person = memberOf(locals);
  const [sessions, present, tokens] = await Promise.all([
    auth.api.listSessions({ headers: request.headers }),
    auth.api.getSession({ headers: request.headers }),
    store.tokens.list(person.id),
  ]);
  return {
    email: present?.user.email ?? '',
    role: person.role,
    scopes: scopesOf(person.role),
    shortestPassword,
    tokens,
    sessions: sessions
      .map((session) => ({
        id: session.id,
        browser: browserName(session.userAgent ?? ''),
        since: session.createdAt.toISOString(),
        isThis: session.id === present?.session.id,
      }))
      .sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.since.localeCompare(a.since)),
  };
};

/** Guesses at the present password, by somebody who found an open browser. */
const limit = rateLimit(10, 600_000);

const passwordForm = () =>
  z.object({
    now: z.string().min(1, m.account_password_write()),
    new: z
      .string()
      .min(shortestPassword, m.account_password_short({ count: shortestPassword }))
      .max(longestPassword, m.account_password_long({ count: longestPassword })),
  });

const tokenForm = () =>
  z.object({
    name: z.string().trim().min(1, m.account_token_name_missing()).max(100, m.account_token_name_missing()),
    scopes: z.array(TokenScope).min(1, m.account_token_scopes_missing()),
    days: z.coerce
      .number(m.account_token_lasts_missing())
      .refine((days) => tokenDays.includes(days), m.account_token_lasts_missing()),
  });

const Id = z.string().min(1).max(300);

export const actions: Actions = {
  async password({ request, locals }) {
    const person = memberOf(locals);
    const parsed = passwordForm().safeParse(Object.fromEntries(await request.formData()));
    if (!parsed.success) return fail(400, { errors: fieldErrors(parsed.error) });
    const wait = limit(person.id, Date.now());
    if (wait > 0) return fail(429, { errors: { now: m.layout_wait_seconds({ seconds: wait }) } });
    const { auth, store } = services();
    const answer = await auth.api.changePassword({
      body: { currentPassword: parsed.data.now, newPassword: parsed.data.new, revokeOtherSessions: true },
      headers: request.headers,
      asResponse: true,
    });
    if (!answer.ok) return fail(400, { errors: { now: m.account_password_wrong() } });
    await store.audit.add({ who: person.id, act: 'person.password', subject: person.id });
    return { said: m.account_password_changed() };
  },

  async endSession({ request, locals }) {
    const person = memberOf(locals);
    const id = Id.parse((await request.formData()).get('id'));
    const { auth, store } = services();
    const session = (await auth.api.listSessions({ headers: request.headers })).find((one) => one.id === id);
    if (session) {
      await auth.api.revokeSession({ body: { token: session.token }, headers: request.headers });
      await store.audit.add({ who: person.id, act: 'session.ended', subject: person.id });
    }
    return { said: m.account_session_ended() };
  },

  async makeToken({ request, locals }) {
    const person = memberOf(locals);
    const form = await request.formData();
    const parsed = tokenForm().safeParse({
      name: form.get('name') ?? '',
      scopes: form.getAll('scopes'),
      days: form.get('days'),
    });
    const name = String(form.get('name') ?? '').slice(0, 100);
    if (!parsed.success) return fail(400, { name, errors: fieldErrors(parsed.error) });
    const allowed = new Set(scopesOf(person.role));
    const { token } = await services().store.tokens.create({
      name: parsed.data.name,
      userId: person.id,
      scopes: parsed.data.scopes.filter((scope) => allowed.has(scope)),
      expiresAt: new Date(Date.now() + parsed.data.days * 86_400_000).toISOString(),
    });
    return { token };
  },

  async endToken({ request, locals }) {
    const person = memberOf(locals);
    const id = Id.parse((await request.formData()).get('id'));
    try {
      await services().store.tokens.revoke(id, person.id, person.id);
    } catch (error) {
      if (error instanceof Refusal) return fail(400, { message: refusalWords(error) });
      throw error;
    }
    return { said: m.account_token_ended() };
  },
};
