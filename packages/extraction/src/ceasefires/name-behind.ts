import type { Candidate, TruceNameDraft } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { PlaceMention } from '../places/find-places.ts';
import type { Story } from '../story.ts';
import { occasions } from './occasions.ts';
import { isOfWar } from './place-of-truce.ts';
import type { TruceMention } from './truce-mentions.ts';
import type { Token } from './truce-slots.ts';

const leading: ReadonlySet<string> = new Set(
  'in for on at along around near over across within inside throughout covering concerning regarding'.split(
    ' ',
  ),
);

/** Words of an area of which the name behind it says which: "the east of Taiz", "districts of Aleppo". */
const areas: ReadonlySet<string> = new Set(
  'east west north south centre center district city town village province region governorate area part zone quarter neighbourhood neighborhood suburb outskirt county oblast valley camp sector countryside waters coast shore port pocket enclave corner half'.split(
    ' ',
  ),
);

/** What is struck or spared: the word before it says of which kind. */
const targets: ReadonlySet<string> = new Set(
  'facility infrastructure installation plant target object site grid network system sector supply strike attack raid raids shelling bombing asset'.split(
    ' ',
  ),
);

/** "a local ceasefire in the east of Taiz", "a truce for Suwayda", "a ceasefire on energy facilities", "a truce for the feast". */
export function nameBehind(mention: TruceMention, candidate: Candidate, story: Story): TruceNameDraft | null {
  const { line } = candidate;
  const head = headBehind(mention, line);
  const area = areaBehind(mention, candidate, story);
  if (area) return area.name;
  if (head && isOccasion(head, line)) return occasion(head, line);
  return occasionApart(mention, line);
}

/** The phrase right behind a truce that says where or on what it holds, by its noun, and the name that it gives. */
export function areaBehind(
  mention: TruceMention,
  candidate: Candidate,
  story: Story,
): { preposition: Token; head: Token; name: TruceNameDraft } | null {
  const { line } = candidate;
  const preposition = line.tree.tokens[mention.last + 1];
  const head = headBehind(mention, line);
  if (!preposition || !head) return null;
  const isIn = preposition.lower === 'in' || preposition.lower === 'at';
  const place = placeAt(head, line);
  if (place) {
    if ((isIn && isSigned(candidate)) || !isOfWar(place, line, story, true)) return null;
    return { preposition, head, name: made(place.name.toLowerCase(), line, place) };
  }
  if (isIn) {
    const isElement = head.lower === 'sea' || head.lower === 'air';
    return isElement ? { preposition, head, name: made(head.lower, line, head) } : null;
  }
  const name = targetOf(head, line);
  return name && { preposition, head, name };
}

function made(words: string, line: Line, { start, end }: { start: number; end: number }): TruceNameDraft {
  return { words: words.replaceAll(/[-‑–]/gu, ' '), line, start, end };
}

/** The noun that a preposition, or "covering", right behind a truce brings in. */
function headBehind(mention: TruceMention, line: Line): Token | undefined {
  const { tree } = line;
  const preposition = tree.tokens[mention.last + 1];
  if (!preposition || !leading.has(preposition.lower)) return undefined;
  if (preposition.relation === 'case') return tree.headOf(preposition);
  return tree.child(preposition, 'obj', 'nmod', 'obl');
}

/** The place that a noun names, itself or by the name behind a word of area. */
function placeAt(head: Token, line: Line): PlaceMention | undefined {
  let at: Token | undefined = head;
  for (let steps = 0; at && steps < 4; steps++) {
    const { start, end } = at;
    const named = line.places.find((place) => place.start < end && start < place.end);
    if (named) return named;
    if (!areas.has(at.lemma) && !areas.has(at.lower)) return undefined;
    const before = line.tree
      .children(at, 'compound', 'nmod:poss', 'amod')
      .flatMap(
        (child) => line.places.find((place) => place.start <= child.start && child.end <= place.end) ?? [],
      );
    if (before[0]) return before[0];
    at = line.tree.child(at, 'nmod');
  }
  return undefined;
}

const signing: ReadonlySet<string> = new Set('sign reach conclude negotiate seal ink initial'.split(' '));

/** "signed a ceasefire in Geneva": where it was signed, not where it holds. */
function isSigned({ clause }: Candidate): boolean {
  return clause !== null && signing.has(clause.verb.lemma);
}

/** "on energy facilities", "on attacks on energy infrastructure": energy. */
function targetOf(noun: Token, line: Line): TruceNameDraft | null {
  if (!targets.has(noun.lemma) && !targets.has(noun.lower)) return null;
  const kind = line.tree.children(noun, 'compound').at(-1);
  if (kind && kind.upos === 'NOUN') return made(kind.lower, line, kind);
  const deeper = line.tree.child(noun, 'nmod');
  return deeper && targets.has(deeper.lemma) ? targetOf(deeper, line) : null;
}

/** "for the floods": flood; "for the feast of Eid al-Adha": eid al-adha. */
function occasion(head: Token, line: Line): TruceNameDraft {
  const of = occasions.has(head.lemma) ? line.tree.child(head, 'nmod') : undefined;
  return wholeName(of && isOccasion(of, line) ? of : head, line);
}

/** So many words behind a truce it is said what for. */
const farthest = 16;

/** "The truce that the army declared for Eid", "declared a ceasefire with all groups for the floods". */
function occasionApart(mention: TruceMention, line: Line): TruceNameDraft | null {
  const { tree } = line;
  for (let i = mention.last + 1; i <= mention.last + farthest; i++) {
    const token = tree.tokens[i];
    if (!token || (token.upos === 'VERB' && !token.relation.startsWith('acl'))) return null;
    const phrase = token.lower === 'for' && token.relation === 'case' ? tree.headOf(token) : undefined;
    if (phrase && isOccasion(phrase, line)) return occasion(phrase, line);
  }
  return null;
}

/** The noun with the names beside it, "Orthodox Easter", "Eid al-Adha"; a feast that has a name is called by it. */
function wholeName(noun: Token, line: Line): TruceNameDraft {
  const { tokens } = line.tree;
  const isName = (at: number): boolean => {
    const token = tokens[at];
    return (
      token !== undefined && (occasions.has(token.lower) || token.upos === 'PROPN' || token.lower === '-')
    );
  };
  let first = noun.index;
  let last = noun.index;
  while (isName(first - 1)) first--;
  while (isName(last + 1)) last++;
  if (last > first && plainFeasts.has(tokens[last]?.lemma ?? '')) last--;
  const start = tokens[first]?.start ?? noun.start;
  const end = tokens[last]?.end ?? noun.end;
  const words = first === last ? noun.lemma : line.source.slice(start, end);
  return made(words.toLowerCase(), line, { start, end });
}

const plainFeasts: ReadonlySet<string> = new Set(['holiday', 'feast', 'festival']);

function isOccasion(token: Token, line: Line): boolean {
  return (
    occasions.has(token.lower) ||
    occasions.has(token.lemma) ||
    line.tree.children(token, 'compound', 'flat').some(({ lower }) => occasions.has(lower))
  );
}
