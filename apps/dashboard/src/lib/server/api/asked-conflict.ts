import type { Conflict } from '@trucewatch/schema';
import { readInstant } from '../instant-parameter.ts';
import { services } from '../services.ts';
import type { Story } from '../stories.ts';
import { problem } from './problem.ts';

/** A conflict as the address asks for it, or the refusal. */
export async function conflictOrProblem(
  id: string,
  url: URL,
): Promise<{ story: Story; conflict: Conflict } | Response> {
  const asked = url.searchParams.get('asKnownAt');
  const asKnownAt = asked ? readInstant(asked) : null;
  if (asked && asKnownAt === null)
    return problem(400, 'asKnownAt is no instant: write it as 2020-10-17T20:00:00Z.');
  const story = await services().stories.of(id, asKnownAt);
  const conflict = story?.timeline.conflicts[0];
  if (story && conflict) return { story, conflict };
  return problem(404, story ? `Nothing was known of ${id} then.` : `There is no conflict ${id}.`);
}
