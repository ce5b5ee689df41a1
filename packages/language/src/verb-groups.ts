import type { Token } from './analysis.ts';
import { relatives } from './chunk-kinds.ts';
import type { VerbGroup } from './chunks.ts';

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

/** The verb group that begins at a token, or null. */
export function verbGroupAt(tokens: readonly Token[], from: number): VerbGroup | null {
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
