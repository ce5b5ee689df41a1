import type { Token } from './analysis.ts';

/** A noun chunk: tokens `first` to `last` of a sentence (both included), without the phrases that hang on it. */
export interface NounChunk {
  kind: 'noun';
  first: number;
  last: number;
  head: number;
}

/** A verb with its auxiliaries: "would not have been shelled". */
export interface VerbGroup {
  kind: 'verb';
  first: number;
  last: number;
  /** Index of the lexical verb. */
  head: number;
  lemma: string;
  form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  tense: 'past' | 'present' | 'future' | 'none';
  passive: boolean;
  perfect: boolean;
  negated: boolean;
  /** "may", "could", "must" …; not will and would-be futures, which are `tense: future`. */
  modal: string | null;
}

/** Anything else: prepositions, conjunctions, punctuation, adverbs. */
export interface OtherChunk {
  kind: 'other';
  first: number;
  last: number;
}

export type Chunk = NounChunk | VerbGroup | OtherChunk;

const relatives = new Set(['who', 'which', 'that', 'whom', 'whose', 'what', 'where', 'when', 'why', 'how']);
const irregularPast = new Set(
  'said told met held left began broke fell took gave went came saw knew struck shot hit sent led fought fled withdrew lost found brought made had did was were drew drove grew rose ran spoke stood swore threw understood undertook wrote became built bought caught chose cut dealt felt forgot got hid hurt kept laid lay let paid put quit read rode sang sank sat sold set shook shut spent split spread stole sought thought won wore overran retook overtook'.split(
    ' ',
  ),
);
const participleOnly = new Set(
  'broken fallen taken given gone come seen known driven drawn grown risen run spoken sworn thrown written begun done been shaken stolen torn worn hidden chosen withdrawn overthrown undertaken retaken overtaken forgotten'.split(
    ' ',
  ),
);
const beForms = new Set([
  'be',
  'been',
  'being',
  'is',
  'are',
  'was',
  'were',
  'am',
  "'s",
  "'re",
  'get',
  'got',
  'gets',
  'getting',
]);
const futureModals = new Set(['will', 'shall', "'ll", 'wo', "won't"]);
const otherModals = new Set(['may', 'might', 'can', 'could', 'must', 'should', 'would', 'ca', 'ought']);
const negations = new Set(["n't", 'not', 'never', 'no longer', 'cannot', 'hardly', 'neither', 'nor']);

/** Cuts a sentence's tokens into noun chunks, verb groups and the rest, in order and without gaps. */
export function chunksOf(tokens: readonly Token[]): Chunk[] {
  const chunks: Chunk[] = [];
  let i = 0;
  while (i < tokens.length) {
    const chunk = verbGroupAt(tokens, i) ??
      nounChunkAt(tokens, i) ?? { kind: 'other' as const, first: i, last: i };
    chunks.push(chunk);
    i = chunk.last + 1;
  }
  return chunks;
}

function verbGroupAt(tokens: readonly Token[], from: number): VerbGroup | null {
  let at = from;
  let head = -1;
  for (; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.upos === 'VERB') {
      if (head >= 0 && !isAuxiliaryHead(tokens, head, at)) break;
      head = at;
    } else if (
      token.upos === 'AUX' ||
      (token.upos === 'PART' && token.lower !== "'s" && token.lower !== "'")
    ) {
      if (head >= 0 && token.lower === 'to') break;
      if (head >= 0 && (tokens[head] as Token).upos === 'VERB') break;
      if (token.upos === 'AUX') head = at;
    } else if (token.upos === 'ADV' && at > from && !relatives.has(token.lower)) {
      const ahead = tokens[at + 1];
      if (ahead?.upos !== 'VERB' && ahead?.upos !== 'AUX' && ahead?.upos !== 'ADV' && ahead?.upos !== 'PART')
        break;
      if (head >= 0 && (tokens[head] as Token).upos === 'VERB') break;
    } else break;
  }
  if (head < 0) return null;
  const opener = tokens[from] as Token;
  if (opener.upos !== 'VERB' && opener.upos !== 'AUX' && opener.upos !== 'PART') return null;
  return describe(tokens, from, Math.max(head, from), head);
}

/** "have killed" where the tagger calls "have" a verb. */
function isAuxiliaryHead(tokens: readonly Token[], head: number, at: number): boolean {
  const previous = tokens[head] as Token;
  if (previous.upos === 'AUX') return true;
  return at - head <= 4 && ['have', 'be', 'do'].includes(previous.lemma) && isPastForm(tokens[at] as Token);
}

function isPastForm(token: Token): boolean {
  return token.lower.endsWith('ed') || irregularPast.has(token.lower) || participleOnly.has(token.lower);
}

function describe(tokens: readonly Token[], first: number, last: number, head: number): VerbGroup {
  const verb = tokens[head] as Token;
  const helpers = tokens.slice(first, head).map((token) => token.lower);
  const modal = helpers.find((word) => otherModals.has(word)) ?? null;
  const be = helpers.some((word) => beForms.has(word));
  const have = helpers.some((word) => word === 'have' || word === 'has' || word === 'had' || word === "'ve");
  const past = isPastForm(verb);
  const gerund = verb.lower.endsWith('ing') && verb.lower.length > 4;
  const infinitive =
    helpers.includes('to') && !helpers.some((word) => beForms.has(word) && word !== 'be' && word !== 'been');
  const bare = helpers.every(
    (word) => negations.has(word) || tokens.slice(first, head).find((t) => t.lower === word)?.upos === 'ADV',
  );
  return {
    kind: 'verb',
    first,
    last,
    head,
    lemma: verb.lemma,
    form: infinitive
      ? 'infinitive'
      : gerund && !be
        ? 'gerund'
        : bare && participleOnly.has(verb.lower)
          ? 'participle'
          : 'finite',
    tense: tenseOf(verb, helpers, past, have),
    passive: be && past && !gerund && verb.upos === 'VERB',
    perfect: have,
    negated: helpers.some((word) => negations.has(word)),
    modal,
  };
}

function tenseOf(verb: Token, helpers: string[], past: boolean, have: boolean): VerbGroup['tense'] {
  if (helpers.some((word) => futureModals.has(word))) return 'future';
  if (helpers.some((word) => word === 'was' || word === 'were' || word === 'had' || word === 'did'))
    return 'past';
  if (have) return 'past';
  if (
    helpers.some(
      (word) => word === 'is' || word === 'are' || word === "'re" || word === 'does' || word === 'do',
    )
  )
    return 'present';
  if (helpers.includes('to') || verb.lower.endsWith('ing')) return 'none';
  return past ? 'past' : 'present';
}

function nounChunkAt(tokens: readonly Token[], from: number): NounChunk | null {
  let at = from;
  let head = -1;
  for (; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const after = tokens[at + 1];
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
      if (!isNumberHedge(tokens, at)) break;
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
