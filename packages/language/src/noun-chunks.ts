import { relatives } from './chunk-kinds.ts';
import type { NounChunk } from './chunks.ts';
import type { Token } from './parser/tree.ts';

/** The noun chunk that begins at a token, or null. */
export function nounChunkAt(
  tokens: readonly Token[],
  from: number,
  verbs: ReadonlyMap<number, unknown>,
): NounChunk | null {
  let at = from;
  let head = -1;
  for (; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const after = tokens[at + 1];
    if (verbs.has(at)) break;
    if (isDayOfClause(tokens, at, head)) break;
    if (token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'NUM') {
      head = at;
    } else if (token.upos === 'PRON') {
      if (relatives.has(token.lower)) break;
      if (at > from && !isPossessive(token)) break;
      head = at;
      if (!isPossessive(token)) {
        at++;
        break;
      }
    } else if (token.upos === 'DET') {
      if (at > from && (tokens[at - 1] as Token).upos !== 'DET') break;
      if (relatives.has(token.lower) && after?.upos !== 'NOUN') break;
      if (head < 0) head = at;
    } else if (token.upos === 'ADJ') {
      if (head < 0 || (tokens[head] as Token).upos === 'DET' || (tokens[head] as Token).upos === 'ADJ')
        head = at;
    } else if (token.lower === "'s" || token.lower === "'") {
      if (at === from || (after && !startsNominal(after))) break;
    } else if (token.upos === 'VERB') {
      if (!isModifierVerb(tokens, at, from)) break;
    } else if (token.text === '-' || token.text === '–') {
      if (at === from || !after || token.start !== (tokens[at - 1] as Token).end || after.start !== token.end)
        break;
      if (after.upos === 'VERB' && after.start === token.end) at++;
    } else if (token.lower === '"' || token.lower === '“' || token.lower === '”') {
      if (at === from || !after || !isInsideQuoteModifier(tokens, at)) break;
    } else if (token.upos === 'ADV' || token.upos === 'ADP') {
      if (!isNumberHedge(tokens, at) || (at > from && isNoun(tokens[at - 1]))) break;
      at = at + (tokens[at + 1]?.upos === 'NUM' ? 0 : 1);
    } else if (token.upos === 'SYM' && token.text === '%') {
      head = at;
    } else break;
  }
  if (head < from || isLoneAdjective(tokens, from, head)) return null;
  let last = at - 1;
  while (last > head && !/[\p{L}\p{N}%]/u.test((tokens[last] as Token).text)) last--;
  return { kind: 'noun', first: from, last: Math.max(last, head), head };
}

const days = new Set(
  'today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday'.split(' '),
);

const spans = new Set('year month week night summer winter spring autumn decade century weekend'.split(' '));

/** "A top official today praised", "Israel Friday reimposed": the day belongs to the clause, not to the noun before it. */
function isDayOfClause(tokens: readonly Token[], at: number, head: number): boolean {
  const token = tokens[at] as Token;
  if (head < 0 || !isNoun(tokens[at - 1])) return false;
  if (token.lower === 'last' || token.lower === 'next' || token.lower === 'this')
    return spans.has(tokens[at + 1]?.lower ?? '');
  if (!days.has(token.lower)) return false;
  return !isNoun(tokens[at + 1]) && !days.has((tokens[at - 1] as Token).lower);
}

function isNoun(token: Token | undefined): boolean {
  return token?.upos === 'NOUN' || token?.upos === 'PROPN';
}

/** "due", "ready": an adjective by itself names nobody, except "others", "many", "Armenian". */
function isLoneAdjective(tokens: readonly Token[], from: number, head: number): boolean {
  const token = tokens[head] as Token;
  if (token.upos !== 'ADJ' || head !== from || /^\p{Lu}/u.test(token.text)) return false;
  return !/^(?:others?|many|several|few|most|more|such|dead|wounded)$/u.test(token.lower);
}

const possessives = new Set(['its', 'their', 'his', 'her', 'our', 'my', 'your']);

function isPossessive(token: Token): boolean {
  return possessives.has(token.lower);
}

function startsNominal(token: Token): boolean {
  return ['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB', 'ADV', 'PUNCT'].includes(token.upos);
}

/** "the disputed region", "its besieged garrison": a verb form between determiner or adjective and noun. */
function isModifierVerb(tokens: readonly Token[], at: number, from: number): boolean {
  if (at === from) return false;
  const before = tokens[at - 1] as Token;
  const after = tokens[at + 1];
  const form = tokens[at] as Token;
  if (!form.lower.endsWith('ed') && !form.lower.endsWith('ing')) return false;
  const opens =
    before.upos === 'DET' ||
    before.upos === 'ADJ' ||
    before.lower === "'s" ||
    isPossessive(before) ||
    before.text === '-' ||
    before.upos === 'NUM';
  return (
    opens &&
    after !== undefined &&
    (after.upos === 'NOUN' || after.upos === 'NUM' || after.upos === 'PROPN' || after.upos === 'ADJ')
  );
}

/** 'a "humanitarian ceasefire"': at most six tokens between the marks and a noun in them. */
function isInsideQuoteModifier(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1] as Token;
  if (before.upos !== 'DET' && before.upos !== 'ADJ' && before.upos !== 'NOUN') return false;
  const after = tokens[at + 1] as Token;
  if (after.upos !== 'ADJ' && after.upos !== 'NOUN') return false;
  return (
    before.upos !== 'NOUN' || tokens.slice(Math.max(0, at - 6), at).some((token) => /["“]/u.test(token.text))
  );
}

const hedges = new Set([
  'more',
  'at',
  'about',
  'around',
  'nearly',
  'almost',
  'over',
  'some',
  'less',
  'fewer',
  'up',
  'approximately',
  'roughly',
  'least',
]);

function isNumberHedge(tokens: readonly Token[], at: number): boolean {
  if (!hedges.has((tokens[at] as Token).lower)) return false;
  const after = tokens[at + 1];
  if (after?.upos === 'NUM') return true;
  return tokens[at + 2]?.upos === 'NUM' && ['than', 'least', 'most', 'to'].includes(after?.lower ?? '');
}
