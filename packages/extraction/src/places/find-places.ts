import type { ActorMention } from '../actors/find-actors.ts';
import { type KnownPlace, placeNames } from './gazetteer.ts';

/** A place named in a text, with all that the name may stand for and, once resolved, the one it does. */
export interface PlaceMention {
  start: number;
  end: number;
  name: string;
  candidates: KnownPlace[];
  place: KnownPlace;
  /** "the Moscow-brokered truce": no place of anything. */
  qualifies: boolean;
}

/** The places in `source.slice(start, end)`, in order; names that belong to persons and bodies are left out. */
export function findPlaces(
  source: string,
  start: number,
  end: number,
  actors: readonly ActorMention[],
): PlaceMention[] {
  return placeNames
    .find(source, start, end)
    .filter((hit) => !isOtherName(source, hit.start, hit.end, actors, hit.value))
    .map((hit) => ({
      start: hit.start,
      end: hit.end,
      name: source.slice(hit.start, hit.end),
      candidates: hit.value,
      place: hit.value[0] as KnownPlace,
      qualifies: actors.some(
        (actor) =>
          actor.qualifies !== null &&
          actor.qualifies !== 'holder' &&
          actor.start <= hit.start &&
          hit.end <= actor.end,
      ),
    }));
}

const bodyAfter =
  /^(?:['’]s)? (?:Group|Agreement|Agreements|Accord|Accords|Post|Times|University|Institute|Party|News|Journal|Tribune|Herald|Gazette|Bank|Fund|Brigade|Battalion|Prize|Daily|Airlines|Convention|Protocol|Process|United|FC|Inc|Corp|Ltd)\b/u;
const titleBefore =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov)\.?|\b(?:President|Minister|General|Colonel|Major|Captain|Secretary|Ambassador|Senator|Spokesman|Spokeswoman|Judge|Professor|Sheikh|King|Queen|Prince|Saint))\s$/u;

function isOtherName(
  source: string,
  start: number,
  end: number,
  actors: readonly ActorMention[],
  places: readonly KnownPlace[],
): boolean {
  const covering = actors.find(
    (actor) => actor.start <= start && end <= actor.end && actor.end - actor.start > end - start,
  );
  if (covering) return true;
  const person = actors.find((actor) => actor.kind === 'person' && actor.start <= start && end <= actor.end);
  if (person) return true;
  if (bodyAfter.test(source.slice(end, end + 16))) return true;
  if (places.every((place) => place.curated)) return false;
  if (titleBefore.test(source.slice(Math.max(0, start - 14), start))) return true;
  return isPartOfName(source, start, end);
}

/** "Ara Ayvazyan", "Bank of Beirut Tower": a capitalised word that is no place word stands right beside it. */
function isPartOfName(source: string, start: number, end: number): boolean {
  const after = /^ (\p{Lu}[\p{Ll}’'-]+)/u.exec(source.slice(end, end + 24))?.[1];
  if (after && !placeWords.has(after.toLowerCase())) return true;
  const before = /(?:^|[\s("“])(\p{Lu}[\p{Ll}’'-]+) $/u.exec(source.slice(Math.max(0, start - 24), start));
  const word = before?.[1]?.toLowerCase();
  if (!word || placeWords.has(word)) return false;
  return !opensSentence(source, start - word.length - 1);
}

function opensSentence(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, at - 3), at).trimEnd();
  return before === '' || /[.!?"“”:\n]$/u.test(before) || at <= 1;
}

const placeWords = new Set(
  'in at on near from to of the city town village province region district state county airport port river lake island islands north south east west northern southern eastern western central monday tuesday wednesday thursday friday saturday sunday time street square border area valley desert'.split(
    ' ',
  ),
);
