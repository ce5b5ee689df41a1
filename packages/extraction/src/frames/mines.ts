import type { Clause } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { governedBy, particle } from './roles.ts';

const mine = /^(?:land)?mines?$|^(?:ied|tripwire|ordnance|munition|device|explosive)s?$/u;

/** "stepped on a mine", "the bus ran over a landmine", "hit a mine": who sets it off is hit by it. */
export function isMineStruck(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  const struck =
    lemma === 'hit' || lemma === 'strike' || lemma === 'trigger'
      ? clause.objects
      : lemma === 'step' || lemma === 'tread' || lemma === 'run' || lemma === 'drive'
        ? [
            ...governedBy(clause, 'on', 'onto', 'over', 'into', 'upon'),
            // "drove over a device": the preposition may be read as a particle.
            ...(/^(?:on|over)$/u.test(particle(clause, line)) ? clause.objects : []),
          ]
        : [];
  return !clause.verb.passive && struck.some(({ head }) => mine.test(line.tokens[head]?.lower ?? ''));
}
