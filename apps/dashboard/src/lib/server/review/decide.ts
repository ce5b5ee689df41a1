import { error, fail, redirect } from '@sveltejs/kit';
import { Decision, type DecisionKind, type EventRef } from '@trucewatch/schema';
import { Refusal } from '@trucewatch/store';
import * as z from 'zod';
import { may, type Person } from '#lib/layout/person.ts';
import { m } from '#lib/paraglide/messages.js';
import type { EffectView, Pending } from '#lib/review/view.ts';
import { refusalWords } from '#lib/server/refusal-words.ts';
import { rateLimit } from '../rate-limit.ts';
import type { Services } from '../services.ts';
import type { Story } from '../stories.ts';
import { effectOf } from './effect.ts';
import { aboutOf } from './history.ts';
import { Unreadable } from './unreadable.ts';

/** A person decides a few a minute. */
const limit = rateLimit(120, 60_000);

const nothing: EffectView = { statuses: [], ceasefires: [], reports: null };

/** Says what decisions would change, and keeps nothing: they come back to be confirmed. */
export async function preview(
  { store }: Pick<Services, 'store'>,
  story: Story | null,
  read: () => Decision[],
  event: EventRef | null,
) {
  try {
    const decisions = read();
    const now = new Date().toISOString();
    const effect = story ? await effectOf(store, story, decisions, now, event) : nothing;
    return { problem: null, pending: pendingOf(decisions, effect, '') };
  } catch (caught) {
    if (caught instanceof Unreadable) return fail(400, { problem: caught.message, pending: null });
    throw caught;
  }
}

function pendingOf(decisions: Decision[], effect: EffectView, reason: string): Pending {
  const [first] = decisions;
  const isAccepting = first?.kind === 'accept_event';
  return {
    decisions: JSON.stringify(decisions),
    kinds: decisions.map(({ kind }): DecisionKind => kind),
    about: first ? aboutOf({ decision: first }) : null,
    effect,
    reason: reason || (isAccepting ? m.review_default_accept() : ''),
  };
}

const Confirmed = z
  .string()
  .max(500_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('it is not JSON');
      return z.NEVER;
    }
  })
  .pipe(z.array(Decision).min(1).max(4));

/** Keeps decisions that were shown with their effect before, then goes to `next`. */
export async function confirm(
  { store }: Pick<Services, 'store'>,
  story: Story | null,
  form: FormData,
  person: Person | null,
  event: EventRef | null,
  next: string,
) {
  if (!person || !may(person, 'reviewer')) error(403, m.review_reviewers_only());
  const wait = limit(person.id, Date.now());
  if (wait > 0) return fail(429, { problem: m.review_problem_fast({ seconds: wait }), pending: null });
  const decisions = Confirmed.safeParse(form.get('decisions'));
  if (!decisions.success) return fail(400, { problem: m.review_problem_value(), pending: null });
  const reason = String(form.get('reason') ?? '').trim();
  if (reason === '') {
    const now = new Date().toISOString();
    const effect = story ? await effectOf(store, story, decisions.data, now, event) : nothing;
    return fail(400, { problem: m.review_problem_reason(), pending: pendingOf(decisions.data, effect, '') });
  }
  try {
    const at = new Date().toISOString();
    for (const decision of decisions.data) await store.acts.add({ decision, author: person.id, reason, at });
  } catch (caught) {
    if (caught instanceof Refusal) return fail(400, { problem: refusalWords(caught), pending: null });
    throw caught;
  }
  redirect(303, next);
}
