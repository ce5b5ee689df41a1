import type { Candidate, TermDraft } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import { areaBehind } from './name-behind.ts';
import { phraseOf, spanning } from './phrase-span.ts';
import { haltedTarget } from './target-name.ts';
import { mentionOf } from './truce-name.ts';
import { headOfMention, type Token } from './truce-slots.ts';

const within: ReadonlySet<string> = new Set('in across throughout along on at around for'.split(' '));
const elements: ReadonlySet<string> = new Set(['land', 'sea', 'air']);
const fronts: ReadonlySet<string> = new Set('front frontline frontier border territory country'.split(' '));
const whole: ReadonlySet<string> = new Set('whole entire all'.split(' '));

/** The phrases beside a truce that say where it holds: "on land, at sea and in the air", "along the line of contact", "in Aleppo". */
export function scopeBeside(candidate: Candidate, story: Story): TermDraft[] {
  const { line } = candidate;
  const { tree } = line;
  const mention = mentionOf(candidate);
  if (!mention) {
    const halted = haltedTarget(candidate);
    return halted ? [{ kind: 'scope', line, ...phraseOf(halted.noun, tree) }] : [];
  }
  const area = areaBehind(mention, candidate, story);
  if (area) {
    const { start, end } = spanning([area.preposition, phraseOf(area.head, tree)]);
    return [{ kind: 'scope', line, start, end }];
  }
  const noun = headOfMention(mention, line);
  const verb = tree.headOf(noun);
  const places = [
    ...tree.children(noun, 'nmod'),
    ...tree.children(tree.tokens[mention.head] as Token, 'nmod'),
    ...(verb?.upos === 'VERB' ? tree.children(verb, 'obl') : []),
  ].filter(({ index }) => index > mention.last && index - mention.last < 12);
  const first = places.find((place) => isArea(place, line));
  if (!first) return [];
  const opener = tree.child(first, 'case') as Token;
  const others = places.filter((place) => place.index > first.index && elements.has(place.lower));
  const span = spanning([opener, ...[first, ...others].map((place) => phraseOf(place, tree))]);
  return [{ kind: 'scope', line, start: span.start, end: span.end }];
}

function isArea(noun: Token, line: Line): boolean {
  const { tree } = line;
  const preposition = tree.child(noun, 'case')?.lower ?? '';
  if (!within.has(preposition)) return false;
  if (elements.has(noun.lower)) return true;
  const described = tree.children(noun, 'amod', 'det', 'nmod', 'compound').map(({ lower }) => lower);
  if (noun.lemma === 'line')
    return described.some((word) => /^(?:contact|control|front|demarcation)$/u.test(word));
  if (fronts.has(noun.lemma))
    return (
      preposition === 'across' ||
      preposition === 'throughout' ||
      preposition === 'along' ||
      described.some((word) => whole.has(word))
    );
  return false;
}
