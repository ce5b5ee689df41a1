import type { ActorMention } from '../actors/find-actors.ts';
import { findPlaceNames } from './find-names.ts';
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

/** What may be places in `source.slice(start, end)`, in order; names of known persons and bodies are left out. */
export function findPlaces(
  source: string,
  start: number,
  end: number,
  actors: readonly ActorMention[],
): PlaceMention[] {
  return findPlaceNames(source, start, end)
    .filter((hit) => !isOfActor(hit, actors))
    .map((hit) => ({
      start: hit.start,
      end: hit.end,
      name: source.slice(hit.start, hit.end),
      candidates: hit.candidates,
      place: hit.candidates[0] as KnownPlace,
      qualifies: actors.some(
        (actor) =>
          actor.qualifies !== null &&
          actor.qualifies !== 'holder' &&
          actor.start <= hit.start &&
          hit.end <= actor.end,
      ),
      evidence: hit.within ? 'place' : evidenceFor(source, hit.start, hit.end),
      opens: opensSentence(source, hit.start),
      ofState: hit.isTail === true || governs.test(source.slice(hit.end, hit.end + 24)),
      within: hit.within ?? [],
    }));
}

function isOfActor(hit: { start: number; end: number }, actors: readonly ActorMention[]): boolean {
  return actors.some(
    (actor) =>
      actor.start <= hit.start &&
      hit.end <= actor.end &&
      (actor.kind === 'person' || actor.kind === 'demonym' || actor.end - actor.start > hit.end - hit.start),
  );
}
