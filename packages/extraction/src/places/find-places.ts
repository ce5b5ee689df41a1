import type { ActorMention } from '../actors/find-actors.ts';
import type { FoldedText } from '../names/folded-text.ts';
import { findPlaceNames, type PlaceHit } from './find-names.ts';
import type { KnownPlace } from './gazetteer.ts';
import { type Evidence, evidenceFor, opensSentence } from './place-evidence.ts';

/** A place named in a text, with all that the name may stand for and, once resolved, the one it does. */
export interface PlaceMention {
  start: number;
  end: number;
  name: string;
  candidates: KnownPlace[];
  place: KnownPlace;
  /** "the Moscow-brokered truce": no place of anything. */
  qualifies: boolean;
  /** What the words beside it say; the whole article decides (resolve-places.ts). */
  evidence: Evidence;
  /** It stands first in its sentence, where any word has a capital. */
  opens: boolean;
  /** The words beside it speak of a state: "New York Gov.", or it says where a town is. */
  ofState: boolean;
  /** The province or country that the text puts behind the name: "Oxford, North Carolina". */
  within: KnownPlace[];
}

const governs =
  /^(?:['’]s)? (?:[Ss]tate\b|Gov\b|Governor|governor|Attorney General|Senator|Sen\.|Rep\.|Senate|Assembly|lawmakers|legislature|Legislature|Democrat|Republican)/u;

/** What may be places in `source.slice(start, end)`, in order; names of known persons and bodies are left out. Actors are in order. */
export function findPlaces(
  source: string,
  start: number,
  end: number,
  actors: readonly ActorMention[],
  words?: FoldedText,
): PlaceMention[] {
  let next = 0;
  return findPlaceNames(source, start, end, words).flatMap((hit) => {
    while (next < actors.length && (actors[next] as ActorMention).end <= hit.start) next++;
    const actor = actors[next];
    const covering = actor && actor.start <= hit.start && hit.end <= actor.end ? actor : undefined;
    if (covering && isOfActor(hit, covering)) return [];
    return [
      {
        start: hit.start,
        end: hit.end,
        name: source.slice(hit.start, hit.end),
        candidates: hit.candidates,
        place: hit.candidates[0] as KnownPlace,
        qualifies: covering !== undefined && covering.qualifies !== null && covering.qualifies !== 'holder',
        evidence: hit.within ? 'place' : evidenceFor(source, hit.start, hit.end),
        opens: opensSentence(source, hit.start),
        ofState: hit.isTail === true || governs.test(source.slice(hit.end, hit.end + 24)),
        within: hit.within ?? [],
      },
    ];
  });
}

const cityInThousands = 20;

/** Of a person, of a longer name, or of a body that no land is called by: "the White House" is no town here. */
function isOfActor(hit: PlaceHit, actor: ActorMention): boolean {
  if (actor.kind === 'person' || actor.kind === 'demonym') return true;
  if (actor.end - actor.start > hit.end - hit.start) return true;
  // A city that names a government ("Bogotá", "Brussels") is a city too; a hamlet called like a movement is not meant.
  const isLand =
    hit.candidates.some((place) => place.curated || place.population >= cityInThousands) ||
    hit.within !== undefined;
  return actor.kind === 'name' && !isLand;
}
