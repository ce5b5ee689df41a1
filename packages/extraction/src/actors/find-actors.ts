import { type FoldedText, foldedText } from '../names/folded-text.ts';
import type { NameHit } from '../names/name-index.ts';
import { keyOf, placesNamed } from '../places/gazetteer.ts';
import { actorNames, type KnownActor, type NameKind } from './directory.ts';

/** A known actor named in a text. */
export interface ActorMention {
  start: number;
  end: number;
  id: string;
  kind: NameKind;
  /** "BAKU, Oct. 28 -": where the report was filed, no actor. */
  dateline: boolean;
  /** "the Russian-brokered truce", "noon Moscow time": the name only qualifies something else. */
  qualifies: 'broker' | 'backer' | 'holder' | 'zone' | null;
}

const brokering =
  /^-(?:brokered|mediated|sponsored|negotiated|facilitated|arranged|hosted|proposed|drafted)\b/iu;
const backing =
  /^-(?:backed|led|allied|supported|supplied|made|aligned|trained|funded|supervised|monitored|style|based|born|built|language)\b/iu;
const holding =
  /^-(?:held|controlled|occupied|populated|majority|inhabited|administered|run|ruled|dominated|claimed)\b/iu;

/** "MACHAKOS, Kenya, Oct. 15 (Agency) - ", "ADDIS ABABA - ": a town in capitals, its country, the day, who reports. */
const datelineHead =
  /^\p{Lu}[\p{Lu}'’.-]+(?: \p{Lu}[\p{Lu}'’.-]+){0,3}(?:, [^.;:()–—-]{2,40}(?:\.? \d{1,2})?)?(?: \([^()]{2,40}\))? ?[-–—]{1,2} /u;

/** The known actors in `source.slice(start, end)`, in order. Offsets are those of the source. */
export function findActors(
  source: string,
  start: number,
  end: number,
  words: FoldedText = foldedText(source.slice(start, end)),
): ActorMention[] {
  const hits = actorNames.find(words, start).filter((hit) => !isPartOfPlace(source, hit));
  const filed = start + (datelineHead.exec(source.slice(start, Math.min(end, start + 120)))?.[0].length ?? 0);
  const found: ActorMention[] = [];
  for (const hit of hits)
    found.push({
      start: hit.start,
      end: hit.end,
      id: hit.value.id,
      kind: hit.value.kind,
      dateline:
        hit.end <= filed ||
        (hit.value.kind === 'seat' &&
          hit.end - hit.start > 3 &&
          hit.start - start < 60 &&
          isCapitals(source.slice(hit.start, hit.end))),
      qualifies: qualifierAfter(source.slice(hit.end, hit.end + 44)),
    });
  return found;
}

/** "New Mexico", "East Jerusalem", "Jordan Valley": the longer name is a place, and no side speaks. */
function isPartOfPlace(source: string, { start, end, value }: NameHit<KnownActor>): boolean {
  if (value.kind !== 'name' && value.kind !== 'seat') return false;
  const name = source.slice(start, end);
  const before = /(?:^|[^\p{L}\p{N}-])(\p{Lu}\p{Ll}+) $/u.exec(
    source.slice(Math.max(0, start - 20), start),
  )?.[1];
  const after = /^ (\p{Lu}\p{Ll}+)/u.exec(source.slice(end, end + 20))?.[1];
  return (
    (before !== undefined && isLand(`${before} ${name}`)) ||
    (after !== undefined && isLand(`${name} ${after}`))
  );
}

function isLand(name: string): boolean {
  return placesNamed(keyOf(name)).some(({ curated, level }) => curated || level === 'province');
}

function isCapitals(name: string): boolean {
  return name === name.toUpperCase();
}

/** "the US brokered ceasefire", unlike "Qatar mediated the deal". */
const unhyphened =
  /^ (?=(?:brokered|mediated) (?:\p{L}+ )?(?:cease-?fire|truce|deal|peace|agreement|accord|talks|pause|pact|plan|negotiations)\b)/u;

function qualifierAfter(following: string): ActorMention['qualifies'] {
  const plain = following.replace(/^\s/u, '').startsWith('-')
    ? following.trimStart()
    : following.replace(unhyphened, '-');
  if (brokering.test(plain)) return 'broker';
  if (backing.test(plain)) return 'backer';
  return holding.test(plain) ? 'holder' : null;
}
