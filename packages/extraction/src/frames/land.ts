import type { Phrase } from '@trucewatch/language';
import { type Line, rangeOf } from '../document.ts';
import { singular } from './attack-words.ts';

const land = new Set(
  'town city village territory region district area land settlement height position base airport province capital stronghold hill station border enclave exclave part swath swathe outpost checkpoint port island neighbourhood neighborhood suburb crossing junction ground headquarters barracks garrison airfield dam refinery palace mountain ridge valley corridor strip zone plain bank summit camp bridge post county municipality bridgehead foothold centre center outskirt complex airstrip locality site castle fort fortress hamlet headquarters barracks'.split(
    ' ',
  ),
);

const amounts = new Set('much most all some half rest number dozens hundreds several'.split(' '));

/** Whether a phrase is of land: a place by name, smaller than a country, or a noun such as "town", "positions". */
export function isLand(phrase: Phrase, line: Line): boolean {
  const head = line.tokens[phrase.head];
  if (!head) return false;
  if (land.has(head.lemma) || land.has(head.lower) || land.has(singular(head.lower))) return true;
  if (amounts.has(head.lower))
    return line.tokens
      .slice(phrase.last + 1, phrase.extent + 1)
      .some(({ lemma, lower }) => land.has(lemma) || land.has(lower));
  const range = rangeOf(line, phrase);
  return line.places.some(
    ({ start, end, place }) =>
      place.level !== 'country' && start < range.end && range.start < end && end >= head.end,
  );
}

/** Land, or a country by name: what troops leave or enter. */
export function isSomewhere(phrase: Phrase, line: Line): boolean {
  const range = rangeOf(line, phrase);
  const head = line.tokens[phrase.head]?.lower ?? '';
  return (
    isLand(phrase, line) ||
    head === 'country' ||
    head === 'neighbour' ||
    head === 'neighbor' ||
    line.places.some(({ start, end }) => start < range.end && range.start < end) ||
    line.actors.some(({ start, end, kind }) => kind === 'name' && start < range.end && range.start < end)
  );
}
