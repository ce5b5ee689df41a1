import type { Clause } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { governor } from './roles.ts';

const ending = new Set(['stop', 'halt', 'cease', 'suspend', 'end', 'pause', 'quit']);

/** "agreed to stop shooting", "ceased fighting": what is brought to an end is no new violence. */
export function isEnded(clause: Clause, line: Line): boolean {
  const above = governor(clause, line);
  return above !== null && clause.verb.form === 'gerund' && ending.has(above.verb.lemma);
}
