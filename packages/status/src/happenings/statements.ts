import type { Claim, EventRef } from '@trucewatch/schema';
import { plainName } from '../conflicts/names.ts';
import type { SideOf } from '../conflicts/sides.ts';
import type { Told } from '../told.ts';

/** Who says something of a happening, and where. */
export interface Said {
  readonly event: EventRef;
  /** The claimant as the text has it; null: the narrator. */
  readonly by: string | null;
  /** The claimant's side, -1 for none. */
  readonly side: number;
  readonly polarity: Claim['polarity'];
  /** When it was said, as far as publication gives it, epoch milliseconds; null when it does not. */
  readonly published: number | null;
  /** Whoever speaks here as one: a side, a claimant of no side, or the publisher of a narrator. */
  readonly voice: string;
}

/** Everybody who speaks in an event: its claimants, or the narrator where there are none. What is said on a condition is left out. */
export function saidIn(told: Told, sideOf: SideOf): Said[] {
  const { ref, event, published, article } = told;
  const common = { event: ref, published: published?.latest ?? null };
  if (event.claims.length === 0) {
    const publisher = article.family ?? article.agency ?? article.source ?? article.id;
    return [{ ...common, by: null, side: -1, polarity: 'asserts', voice: `narrator:${publisher}` }];
  }
  return event.claims
    .filter(({ polarity }) => polarity !== 'conditional')
    .map(({ by, polarity }) => {
      const side = sideOf({ name: by });
      const voice = side >= 0 ? `side:${side}` : `name:${plainName(by)}`;
      return { ...common, by, side, polarity, voice };
    });
}
