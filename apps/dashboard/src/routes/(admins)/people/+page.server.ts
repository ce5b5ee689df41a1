import { type ActionFailure, fail } from '@sveltejs/kit';
import { Role } from '@trucewatch/schema';
import { Refusal } from '@trucewatch/store';
import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { settings } from '#lib/server/env.ts';
import { memberOf } from '#lib/server/member.ts';
import { refusalWords } from '#lib/server/refusal-words.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { store } = services();
  const [accounts, pending, tokens, { isReadingAnonymous }] = await Promise.all([
    store.people.accounts(),
    store.people.pending(),
    store.tokens.list(),
    store.settings.read(),
  ]);
  return { accounts, pending, tokens, isReadingAnonymous, own: memberOf(locals).id };
};

const Id = z.string().min(1).max(300);

/** The fields of a form; a role or an id that cannot be one is no accident of a person's, but refused kindly all the same. */
async function read(request: Request): Promise<{ id: string; role: Role | null; is: string }> {
  const form = await request.formData();
  return {
    id: Id.catch('').parse(form.get('id')),
    role: Role.nullable().catch(null).parse(form.get('role')),
    is: z.string().catch('').parse(form.get('is')),
  };
}

async function refusing<Said>(work: () => Promise<Said>): Promise<Said | ActionFailure<{ message: string }>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return fail(400, { message: refusalWords(error) });
    throw error;
  }
}

export const actions: Actions = {
  async invite({ request, locals }) {
    const { role } = await read(request);
    if (!role) return fail(400, { message: m.people_choose_role() });
    const { token } = await services().store.people.invite(role, memberOf(locals).id);
    return { link: `${settings().origin}/join/${token}` };
  },

  async withdraw({ request, locals }) {
    const { id } = await read(request);
    await services().store.people.withdrawInvitation(id, memberOf(locals).id);
    return { said: m.people_withdrawn() };
  },

  async role({ request, locals }) {
    const { id, role } = await read(request);
    if (!role) return fail(400, { message: m.people_choose_role() });
    return refusing(async () => {
      await services().store.people.setRole(id, role, memberOf(locals).id);
      return { said: m.people_saved() };
    });
  },

  async suspend({ request, locals }) {
    const { id, is } = await read(request);
    return refusing(async () => {
      await services().store.people.setSuspended(id, is === 'suspended', memberOf(locals).id);
      return { said: m.people_saved() };
    });
  },

  async reading({ request, locals }) {
    const { is } = await read(request);
    const { store, anonymousReading } = services();
    await store.settings.setAnonymousReading(is === 'open', memberOf(locals).id);
    anonymousReading.forget();
    return { said: m.people_saved() };
  },

  async endToken({ request, locals }) {
    const { id } = await read(request);
    return refusing(async () => {
      await services().store.tokens.revoke(id, memberOf(locals).id);
      return { said: m.account_token_ended() };
    });
  },
};
