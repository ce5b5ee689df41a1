import { json } from '@sveltejs/kit';
import * as z from 'zod';
import { conflictOrProblem } from '#lib/server/api/asked-conflict.ts';
import { eventsPage } from '#lib/server/api/conflicts.ts';
import { problem } from '#lib/server/api/problem.ts';
import { mostEvents } from '#lib/server/api/vocabulary.ts';
import { settings } from '#lib/server/env.ts';
import type { RequestHandler } from './$types';

const Asked = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}\.\d{1,6}$/, 'send `after` as the page before gave it in `next`')
    .optional(),
  limit: z.coerce
    .number(`limit is a number from 1 to ${mostEvents}`)
    .int()
    .min(1)
    .max(mostEvents, `limit is at most ${mostEvents}`)
    .default(mostEvents),
});

export const GET: RequestHandler = async ({ params, url }) => {
  const asked = Asked.safeParse(Object.fromEntries(url.searchParams));
  if (!asked.success) return problem(400, `${asked.error.issues.map(({ message }) => message).join('; ')}.`);
  const found = await conflictOrProblem(params.id, url);
  if (found instanceof Response) return found;
  return json(eventsPage(found.conflict, found.story.reports, asked.data, settings().origin));
};
