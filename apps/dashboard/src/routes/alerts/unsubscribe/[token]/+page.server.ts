import { m } from '#lib/paraglide/messages.js';
import { services } from '#lib/server/services.ts';
import { linkedAlert } from '#lib/server/views/linked-alert.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({
  alert: await linkedAlert(params.token, 'unsubscribe'),
});

/** Also posted to by mail programs themselves (RFC 8058). */
export const actions: Actions = {
  async default({ params }) {
    await services().store.alerts.unsubscribe(params.token);
    return { said: m.alerts_unsubscribed() };
  },
};
