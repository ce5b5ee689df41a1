import { redirect } from '@sveltejs/kit';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  async default({ request, locals }) {
    if (locals.person) await services().auth.api.signOut({ headers: request.headers });
    redirect(303, '/');
  },
};
