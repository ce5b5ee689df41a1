import type { CeasefireLink } from '@trucewatch/schema';
import { day } from '../range.ts';
import { endingOf } from './ending.ts';
import type { Life } from './life.ts';
import { replaces } from './scope.ts';
import { isAnnouncing, refsOf } from './telling.ts';

/** A truce made so long after another ran out is no renewal of it. */
const renewedWithin = 14 * day;

/** What a truce is to the last one before it whose place it takes; none when it takes the place of none. `horizon` is epoch milliseconds UTC. */
export function linksOf(life: Life, horizon: number): CeasefireLink[] {
  const { announcedAt } = life;
  let earlier = life.previous;
  while (earlier && !(replaces(life.scope, earlier.scope) && isOfKind(life, earlier)))
    earlier = earlier.previous;
  if (!earlier || announcedAt === null) return [];
  const ending = endingOf(
    { ...earlier, supersededAt: null, supersededBy: null },
    Math.min(horizon, announcedAt),
  );
  const link = (type: CeasefireLink['type'], because: Life['told']): CeasefireLink[] => [
    { type, ceasefireId: earlier.id, because: refsOf(because) },
  ];
  const made = life.openers.filter(({ event }) => isAnnouncing(event.step) || event.step === 'extended');
  const extension = made.filter(({ event }) => event.step === 'extended');
  if (ending === null) return extension.length > 0 ? link('extends', extension) : link('supersedes', made);
  const ends = earlier.told.filter(
    ({ event }) => event.step === ending.outcome && event.reality === 'actual',
  );
  if (ending.outcome !== 'expired') return link('follows_collapse', ends);
  return announcedAt - ending.at <= renewedWithin ? link('renews', ends.length > 0 ? ends : made) : [];
}

/** One side's own truce that ran out is not what both then agree anew. */
function isOfKind(life: Life, earlier: Life): boolean {
  return earlier.scope.kind !== 'unilateral' || life.scope.kind === 'unilateral' || earlier.until === null;
}
