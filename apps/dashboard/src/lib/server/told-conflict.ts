import { error } from '@sveltejs/kit';
import type { Conflict } from '@trucewatch/schema';
import { instantParameter } from './instant-parameter.ts';
import { services } from './services.ts';
import type { Story } from './stories.ts';

/** A conflict as known at the instant in the address or now, with its story; an error page when there is none. */
export async function toldConflict(id: string, url: URL): Promise<{ story: Story; conflict: Conflict }> {
  const story = await services().stories.of(id, instantParameter(url, 'asKnownAt'));
  const [conflict] = story?.timeline.conflicts ?? [];
  if (!story || !conflict) error(404, 'No conflict has this address.');
  return { story, conflict };
}
