import { candidate } from '../candidate.ts';
import { asking, pledging } from '../ceasefires/truce-verbs.ts';
import { rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { doers, governor, holds, undergoer } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const halting = new Set(['stop', 'end', 'halt', 'cease', 'pause', 'suspend', 'silence', 'lay']);
const fighting =
  /\b(?:fighting|hostilities|war|fire|violence|bloodshed|operations?|action|actions|attacks?|conflict|shelling|combat|arms|offensive|military)\b/u;

/** "agreed to halt the fighting", "urged both sides to stop the war", "all hostilities are stopped". */
export const fightingHalted: Rule = {
  name: 'fighting-halted',
  find: (line, story) =>
    line.clauses.flatMap((clause) => {
      const next = line.clauses[clause.index + 1];
      const gerund =
        next !== undefined &&
        next.verb.first === clause.verb.last + 1 &&
        /^(?:firing|fighting|shooting|shelling)$/u.test(line.tokens[next.verb.head]?.lower ?? '');
      if (!halting.has(clause.verb.lemma) || (!gerund && !holds(undergoer(clause), line, fighting)))
        return [];
      const above = governor(clause, line);
      const range = rangeOf(line, clause.verb);
      const seed = { rule: fightingHalted.name, line, ...range, type: 'ceasefire' as const, clause };
      const between = above
        ? line.tokens.slice(above.verb.last + 1, clause.verb.first).map((token) => token.lower)
        : [];
      if (
        above &&
        (clause.verb.form === 'infinitive' || clause.marker === 'that') &&
        asking.has(above.verb.lemma) &&
        !pledging.has(above.verb.lemma)
      ) {
        return [
          candidate({
            ...seed,
            step: 'called_for',
            clause: above,
            initiators: doers(above, line, story),
            reality: realityOf(above, line),
          }),
        ];
      }
      const agreed =
        above &&
        clause.verb.form === 'infinitive' &&
        (/^(?:agree|sign|decide)$/u.test(above.verb.lemma) ||
          between.some((word) => /^(?:agreement|deal|accord|pact)$/u.test(word)));
      if (agreed)
        return [
          candidate({
            ...seed,
            step: 'agreed',
            clause: above,
            parties: doers(above, line, story),
            reality: realityOf(above, line),
          }),
        ];
      if (between.some((word) => /^(?:calls?|appeals?|demands?)$/u.test(word)))
        return [candidate({ ...seed, step: 'called_for', reality: 'actual' })];
      if (clause.verb.modal && /^(?:must|should)$/u.test(clause.verb.modal))
        return [candidate({ ...seed, step: 'called_for', reality: 'actual' })];
      if (clause.verb.passive && clause.verb.form === 'finite')
        return [candidate({ ...seed, step: 'took_effect', reality: realityOf(clause, line) })];
      return [];
    }),
};
