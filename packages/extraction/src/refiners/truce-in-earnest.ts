import type { Candidate } from '../candidate.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import type { Refiner } from './refiner.ts';

/** Words that only armed conflict brings into an article, by lemma; "attack", "fire", "war" and "battle" are anybody's. */
const armed: ReadonlySet<string> = new Set(
  'troop army soldier rebel militia guerrilla guerilla insurgent insurgency fighter militant military shelling hostilities hostility artillery airstrike civilian peacekeeper peacekeeping gunman warring combatant belligerent separatist paramilitary ceasefire-line warplane rocket frontline refugee occupation warlord jihadist hostage prisoner disarmament demobilisation demobilization armistice-line enclave annexation sovereignty territory fighting bloodshed massacre humanitarian tribe tribal tribesman clan clansman offensive gun rifle warring frontline'.split(
    ' ',
  ),
);
/** An article of so few sentences may say no more than that there is a truce. */
const brief = 2;

const read = new WeakMap<Story, boolean>();

/** "The two airlines called a truce": without war, weapons or states in the article the word is a figure of speech. */
export const truceInEarnest: Refiner = {
  name: 'truce-in-earnest',
  refine: (candidates, story, trace) => {
    if (!candidates.some(({ type }) => type === 'ceasefire')) return candidates;
    const armedOnly = candidates.filter((candidate) => {
      if (candidate.type !== 'ceasefire' || !isOfTraders(candidate.line)) return true;
      trace('truce-in-earnest', candidate, 'a truce of a war without weapons');
      return false;
    });
    let earnest = read.get(story);
    if (earnest === undefined) {
      earnest = tellsOfWar(story);
      read.set(story, earnest);
    }
    if (earnest) return armedOnly;
    return armedOnly.filter((candidate) => {
      if (candidate.type !== 'ceasefire' || namesKnown(candidate)) return true;
      trace('truce-in-earnest', candidate, 'no war, no state and no armed group in the article');
      return false;
    });
  },
};

/** "a truce in their price war", "in the trade war". */
function isOfTraders({ source, start, end }: Line): boolean {
  return bloodless.test(source.slice(start, end));
}

const bloodless =
  /\b(?:price|trade|tariff|customs|bidding|turf|ratings|culture|console|streaming|browser|patent|advertising|fare) wars?\b/iu;

function tellsOfWar({ pair, document: { lines } }: Story): boolean {
  if (pair || lines.length <= brief) return true;
  return lines.some(
    (line) =>
      line.actors.some(({ id }) => id.startsWith('group:')) ||
      line.tokens.some(({ lemma, lower }) => armed.has(lemma) || armed.has(lower)) ||
      isWatched(line) ||
      isOfPlace(line),
  );
}

/** Bodies whose trade is to watch and make truces. */
const watching: ReadonlySet<string> = new Set([
  'org:un',
  'org:au',
  'org:osce',
  'org:icrc',
  'org:ecowas',
  'org:igad',
]);

function isWatched(line: Line): boolean {
  return truceMentions(line).length > 0 && line.actors.some(({ id }) => watching.has(id));
}

/** "The truce in Yemen", "the Taiz ceasefire": a land or town at peace has none; "a price truce in Germany" is one of traders. */
function isOfPlace(line: Line): boolean {
  return truceMentions(line).some(
    ({ kind, words, start, end }) =>
      kind === 'word' &&
      !/\b(?:price|trade|tariff|tax|budget|political|labou?r|strike|pay)\b/u.test(words) &&
      line.places.some(
        (place) =>
          (place.start >= start && place.end <= end) ||
          (place.start >= end && /^ in (?:the )?$/u.test(line.source.slice(end, place.start))),
      ),
  );
}

function namesKnown(candidate: Candidate): boolean {
  return [candidate.parties, candidate.initiators, candidate.recipients, candidate.mediators].some((actors) =>
    actors.some(({ id }) => id !== undefined),
  );
}
