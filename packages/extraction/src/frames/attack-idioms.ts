import type { Clause, Phrase } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { isTarget, isWeapon } from './attack-words.ts';
import { isForces } from './forces.ts';
import { governedBy } from './roles.ts';

/** Verbs that tell an attack only with words of their own; the cheap test. */
export const idiomVerbs: ReadonlySet<string> = new Set(
  'open zero home put spray rake riddle blow let pick cut take finish fell'.split(' '),
);

const fire = /^(?:fire|bullets?|gunfire|shrapnel|shots|rounds|machine-gun)$/u;

/** "opened up on a patrol", "sprayed a bus with bullets", "put the village to the torch", "picked off two soldiers". */
export function isAttackIdiom(clause: Clause, line: Line): boolean {
  const { lemma, last } = clause.verb;
  const next = line.tokens[last + 1]?.lower ?? '';
  const after = line.tokens[(clause.objects.at(-1)?.last ?? last) + 1]?.lower ?? '';
  switch (lemma) {
    case 'open':
      return next === 'up' && someArmed(clause, line) && governedBy(clause, 'on', 'with', 'at').length > 0;
    case 'zero':
    case 'home':
      return next === 'in' && someArmed(clause, line) && governedBy(clause, 'on').length > 0;
    case 'put':
      return (
        clause.patients.length > 0 &&
        governedBy(clause, 'to').some(({ head }) =>
          /^(?:torch|sword|flames?)$/u.test(line.tokens[head]?.lower ?? ''),
        )
      );
    case 'spray':
    case 'rake':
    case 'riddle':
      return governedBy(clause, 'with').some(({ head, first }) =>
        line.tokens.slice(first, head + 1).some((token) => fire.test(token.lower) || isWeapon(token)),
      );
    case 'blow':
      return (
        ((next === 'apart' || after === 'apart') && clause.patients.length > 0) ||
        (clause.objects.some(({ head }) => /^holes?$/u.test(line.tokens[head]?.lower ?? '')) &&
          clause.obliques.some(({ preposition }) => /^(?:in|into|through)$/u.test(preposition)))
      );
    case 'let':
      return (
        (next === 'loose' || next === 'fly') &&
        line.tokens.slice(last + 2, last + 8).some((token) => isWeapon(token))
      );
    case 'pick':
      return (
        (next === 'off' || after === 'off') && someArmed(clause, line) && somePeople(clause.patients, line)
      );
    case 'cut':
      return (
        (next === 'down' || after === 'down') && someArmed(clause, line) && somePeople(clause.patients, line)
      );
    case 'take':
      return (
        next === 'out' &&
        someArmed(clause, line) &&
        clause.patients.some(({ head }) => isTarget(line.tokens[head]))
      );
    case 'fell':
      return line.tokens[clause.verb.head]?.lower === 'felled' && somePeople(clause.patients, line);
    case 'finish':
      return next === 'off' && someArmed(clause, line) && somePeople(clause.patients, line);
    default:
      return false;
  }
}

const gunners =
  /^(?:snipers?|gunmen|gunman|gunners?|attackers?|assailants?|raiders?|bandits?|warplanes?|jets?|vessels?|militia\w*)$/u;

function someArmed(clause: Clause, line: Line): boolean {
  return clause.agents.some(({ head }) => {
    const token = line.tokens[head];
    return (
      token !== undefined &&
      (isForces(token) ||
        gunners.test(token.lower) ||
        line.actors.some(({ start, end }) => start < token.end && token.start < end))
    );
  });
}

const persons =
  /^(?:people|men|man|women|woman|elders?|soldiers?|officers?|policem[ae]n|civilians?|villagers?|leaders?|chiefs?|fighters?|guards?|hostages?|members?|commanders?|journalists?)$/u;

function somePeople(phrases: readonly Phrase[], line: Line): boolean {
  return phrases.some(({ head }) => {
    const token = line.tokens[head];
    return token !== undefined && (persons.test(token.lower) || isForces(token));
  });
}
