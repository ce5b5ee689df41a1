import type { Candidate, TruceNameDraft } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { PlaceMention } from '../places/find-places.ts';
import type { Story } from '../story.ts';
import { nameAt } from './name-at.ts';
import { isOccasion, occasion, occasionApart } from './occasion-name.ts';
import { isOfWar } from './place-of-truce.ts';
import { targetOf, targets } from './target-name.ts';
import type { TruceMention } from './truce-mentions.ts';
import type { Token } from './truce-slots.ts';

/** The sentence and the clause in which a truce is told of. */
type Told = Pick<Candidate, 'line' | 'clause'>;

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

/** "a local ceasefire in the east of Taiz", "a truce for Suwayda", "a ceasefire on energy facilities", "a truce for the feast". */
export function nameBehind(mention: TruceMention, told: Told, story: Story): TruceNameDraft | null {
  const { line } = told;
  const head = headBehind(mention, line);
  const area = areaBehind(mention, told, story);
  if (area) return area.name;
  if (head && isOccasion(head, line)) return occasion(head, line);
  return occasionApart(mention, line);
}

/** The phrase right behind a truce that says where or on what it holds, by its noun, and the name that it gives. */
export function areaBehind(
  mention: TruceMention,
  told: Told,
  story: Story,
): { preposition: Token; head: Token; name: TruceNameDraft } | null {
  const { line } = told;
  const preposition = line.tree.tokens[mention.last + 1];
  const head = headBehind(mention, line);
  if (!preposition || !head) return null;
  const isIn = preposition.lower === 'in' || preposition.lower === 'at';
  const place = placeAt(head, line);
  if (place) {
    if ((isIn && isSigned(told, mention)) || !isOfWar(place, line, story, true)) return null;
    return { preposition, head, name: nameAt(place.name.toLowerCase(), line, place) };
  }
  if (isIn) {
    const isElement = head.lower === 'sea' || head.lower === 'air';
    return isElement ? { preposition, head, name: nameAt(head.lower, line, head) } : null;
  }
  const name = placeOfTarget(head, line, story) ?? targetOf(head, line);
  return name && { preposition, head, name };
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
    const before = placeBefore(at, line);
    if (before) return before;
    at = line.tree.child(at, 'nmod');
  }
  return undefined;
}

const signing: ReadonlySet<string> = new Set('sign reach conclude negotiate seal ink initial'.split(' '));

/** "signed a ceasefire in Geneva": where it was signed, not where it holds. A headline's "sign" may pass for a noun. */
function isSigned({ clause, line }: Told, { first }: TruceMention): boolean {
  if (clause && signing.has(clause.verb.lemma)) return true;
  return line.tokens.slice(Math.max(0, first - 3), first).some(({ lemma }) => signing.has(lemma));
}

/** The place that a noun's description names: "the Aleppo districts". */
function placeBefore(noun: Token, line: Line): PlaceMention | undefined {
  for (const child of line.tree.children(noun, 'compound', 'nmod:poss', 'amod')) {
    const named = line.places.find(({ start, end }) => start <= child.start && child.end <= end);
    if (named) return named;
  }
  return undefined;
}

/** "around the Zaporizhzhia nuclear power plant": zaporizhzhia. */
function placeOfTarget(noun: Token, line: Line, story: Story): TruceNameDraft | null {
  if (!targets.has(noun.lemma)) return null;
  const place = placeBefore(noun, line);
  return place && isOfWar(place, line, story, true) ? nameAt(place.name.toLowerCase(), line, place) : null;
}
