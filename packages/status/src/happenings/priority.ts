import { hash32 } from '../hash.ts';
import type { Told } from '../told.ts';
import type { Traits } from './traits.ts';

/**
 * How early an event is placed, the smallest number first: those that say most, so that vaguer reports find the
 * happening they belong to. Lots, not dates, decide between equals: else a late report could move every choice
 * after it. They are drawn from where the words stand, not from the event's id, so that a new extraction draws the same.
 */
export function priorityOf({ event, ref }: Told, traits: Traits): number {
  const { when, place, doers, targets, everyone, counts, mode, effect } = traits;
  const isSided = (actors: Traits['doers']) => actors.some(({ side, isNamed }) => side >= 0 || isNamed);
  const weight =
    (when ? 2 : 0) +
    (place ? (place.isNarrow ? 3 : 1) : 0) +
    (isSided(doers) ? 1 : 0) +
    (isSided(targets) ? 1 : 0) +
    (everyone.length > 1 ? 1 : 0) +
    (counts.length > 0 ? 1 : 0) +
    (mode ? 1 : 0) +
    (effect ? 1 : 0);
  const [first] = event.evidence;
  const words = `${ref.articleId}\n${first?.in ?? 'text'} ${first?.start} ${event.type} ${event.step ?? ''}`;
  return hash32(words) - weight * 2 ** 32;
}
