import { fail } from '@sveltejs/kit';
import { Refusal } from '@trucewatch/store';
import { m } from '#lib/paraglide/messages.js';
import { refusalWords } from '#lib/server/refusal-words.ts';
import { services } from '#lib/server/services.ts';
import { linkedAlert } from '#lib/server/views/linked-alert.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({
  alert: await linkedAlert(params.token, 'confirm'),
});

/** Not by opening the link: programs that look into mails open them all. */
export const actions: Actions = {
  async default({ params }) {
    try {
      await services().store.alerts.confirm(params.token);
      return { said: m.alerts_confirmed() };
    } catch (error) {
      if (error instanceof Refusal) return fail(400, { message: refusalWords(error) });
      throw error;
    }
  },
};
