import type { Phrase } from '@trucewatch/language';
import { roleInWords } from '../actors/role-words.ts';
import { type Line, wordsOf } from '../document.ts';

/** Whether all of the phrases are of criminals: "drug traffickers", "two robbers". What the police do to them is no part of a conflict. */
export function areCriminals(phrases: readonly Phrase[], line: Line): boolean {
  return (
    phrases.length > 0 &&
    phrases.every(
      (phrase) => roleInWords(wordsOf(line, { first: phrase.first, last: phrase.head }).split(' ')) === 'CRM',
    )
  );
}
