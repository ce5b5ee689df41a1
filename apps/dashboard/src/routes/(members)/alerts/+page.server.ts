import { fail } from '@sveltejs/kit';
import { Refusal } from '@trucewatch/store';
import * as z from 'zod';
import { fieldErrors } from '#lib/forms/field-errors.ts';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { alertForm } from '#lib/server/alert-form.ts';
import { settings } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { memberOf } from '#lib/server/member.ts';
import { rateLimit } from '#lib/server/rate-limit.ts';
import { refusalWords } from '#lib/server/refusal-words.ts';
import { services } from '#lib/server/services.ts';
import { alertView } from '#lib/server/views/alerts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends(dependencies.alerts);
  const { store, digests } = services();
  const person = memberOf(locals);
  const [{ conflicts }, listed, mailFrom] = await Promise.all([
    digests.all(Date.now()),
    store.alerts.list(person.id),
    store.alerts.mailFrom(),
  ]);
  const names = new Map(conflicts.map(({ id, name }) => [id, name]));
  const alerts = listed.map((one) => alertView(one, names));
  return {
    alerts,
    isWaiting: alerts.some(({ deliveries }) => deliveries.some(({ state }) => state === 'waiting')),
    hasMail: mailFrom !== null,
    conflicts: conflicts.map(({ id, name }) => ({ id, name })),
    chosen: url.searchParams.get('conflict') ?? '',
  };
};

/** Anybody's mailbox can be written here, and is asked: not often. */
const addLimit = rateLimit(20, 3_600_000);
const testLimit = rateLimit(10, 600_000);

const Id = z.string().min(1).max(100);

/** The worker looks for what is due by itself when the queue is away. */
async function hurry(deliveryId: string): Promise<void> {
  await services()
    .producer.submit('deliver-alert', { deliveryId })
    .catch((error: Error) => log.warn({ err: error }, 'a message waits: the queue does not answer'));
}

/** Does something with the alert that a form names, and says it; what the store refuses is told. */
async function withAlert(request: Request, act: (id: string) => Promise<unknown>, said: string) {
  const id = Id.parse((await request.formData()).get('id'));
  try {
    await act(id);
    return { said };
  } catch (error) {
    if (error instanceof Refusal) return fail(400, { message: refusalWords(error) });
    throw error;
  }
}

export const actions: Actions = {
  async add({ request, locals }) {
    const person = memberOf(locals);
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '').slice(0, 2_000);
    const given = {
      ...{
        conflict: text('conflict'),
        about: text('about'),
        channel: text('channel'),
        address: text('address'),
      },
      values: form.getAll('values').map(String),
    };
    const parsed = alertForm().safeParse(given);
    if (!parsed.success) return fail(400, { given, errors: fieldErrors(parsed.error) });
    const { store, digests } = services();
    const { conflicts } = await digests.all(Date.now());
    const { conflictId, channel, address } = parsed.data;
    if (conflictId !== null && !conflicts.some(({ id }) => id === conflictId))
      return fail(400, { given, errors: { conflict: m.alerts_choose() } });
    if (channel === 'email' && (await store.alerts.mailFrom()) === null)
      return fail(400, { given, errors: { channel: m.alerts_mail_missing() } });
    const wait = addLimit(person.id, Date.now());
    if (wait > 0) return fail(429, { given, errors: { address: m.layout_wait_seconds({ seconds: wait }) } });
    try {
      const added = await store.alerts.add({ ...parsed.data, userId: person.id, origin: settings().origin });
      if (added.deliveryId === null) return { secret: added.secret };
      await hurry(added.deliveryId);
      return { said: m.alerts_asked({ address }) };
    } catch (error) {
      if (error instanceof Refusal) return fail(400, { given, message: refusalWords(error) });
      throw error;
    }
  },

  async pause({ request, locals }) {
    const { id: who } = memberOf(locals);
    return withAlert(request, (id) => services().store.alerts.pause(id, true, who), m.alerts_paused_said());
  },

  async resume({ request, locals }) {
    const { id: who } = memberOf(locals);
    return withAlert(request, (id) => services().store.alerts.pause(id, false, who), m.alerts_resumed_said());
  },

  async remove({ request, locals }) {
    const { id: who } = memberOf(locals);
    return withAlert(request, (id) => services().store.alerts.remove(id, who), m.alerts_removed_said());
  },

  async test({ request, locals }) {
    const { id: who } = memberOf(locals);
    const wait = testLimit(who, Date.now());
    if (wait > 0) return fail(429, { message: m.layout_wait_seconds({ seconds: wait }) });
    const test = async (id: string) => hurry(await services().store.alerts.test(id, who));
    return withAlert(request, test, m.alerts_test_said());
  },
};
