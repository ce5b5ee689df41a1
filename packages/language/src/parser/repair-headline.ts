import type { Token } from './tree.ts';
import type { Workpiece } from './workpiece.ts';

type LemmaOf = (form: string, upos: string, xpos: string) => string;

/** Verbs of headlines that are nouns as often, so that the tagger takes them for one: "Kyiv strikes refinery". */
const stems =
  'strike bomb storm fire raid attack shell free trade swap vow target slam hit blast claim blame back offer call order urge pledge hand halt launch pound torch plan drop down test demand float release ambush delay report move sign ram rock airlift ship evacuate treat feed arm'.split(
    ' ',
  );
const third = new Map(
  stems.map((stem) => [
    /(?:sh|ch)$/u.test(stem) ? `${stem}es` : stem === 'free' ? 'frees' : `${stem}s`,
    stem,
  ]),
);
const plain = new Set(stems);
/** What follows a noun of violence as its second half: "Gaza strikes toll". */
const compounds =
  /^(?:tolls?|deaths?|victims?|waves?|campaigns?|damage|sites?|aftermath|spree|squads?|claims?|fears?|threats?|talks?|probes?|inquiry|suspects?|survivors?|row|drills?|deals?|plans?|reports?|alerts?|warnings?)$/u;
const openers = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'PRON']);
const inSubject = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM']);
const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD']);
/** Names of one that end like many. */
const one =
  /^(?:hamas|paris|cyprus|honduras|philippines|states|nations|netherlands|texas|damascus|minsk|arms|house)$/u;
/** Names of many that have no plural ending. */
const many = /(?:[^s]s|^taliban|^police|^people|^militia|^troops|men|women)$/u;
const demonym = /(?:ian|ish|ese|ean|[^s]i)$/u;
/** Longer lines are no headlines. */
const longest = 24;
/** So many words a subject of a headline has. */
const widest = 5;

/**
 * "Kyiv strikes refinery near Samara", "Houthis fire missile at Israel", "Taliban free two Americans": a line without a
 * finite verb and without a full stop, whose second or third word is a verb that looks like a noun, with its object behind.
 */
export function mendHeadlineVerb(work: Workpiece, lemmaOf: LemmaOf): void {
  const { tokens } = work;
  if (tokens.length > longest || tokens.length < 3 || tokens.at(-1)?.text === '.') return;
  if (tokens.some(({ xpos }) => finite.has(xpos))) {
    // Only a verb tagged as one, as its root, is left alone.
    return;
  }
  const colon = tokens.slice(0, 5).findIndex(({ text }) => text === ':');
  const first = colon + 1;
  for (let at = first + 1; at <= first + widest && at < tokens.length - 1; at++) {
    const token = tokens[at] as Token;
    const before = tokens[at - 1] as Token;
    if (isVerbHere(token, before, tokens, first)) {
      make(work, first, token, lemmaOf);
      return;
    }
    if (!inSubject.has(token.upos) && token.text !== ',' && token.lower !== 'and') return;
  }
}

function isVerbHere(token: Token, before: Token, tokens: readonly Token[], first: number): boolean {
  const next = tokens[token.index + 1] as Token;
  const over =
    next.lower === 'over' || next.lower === 'back' || next.lower === 'down' || next.lower === 'off';
  if (token.upos === 'VERB' && token.relation === 'root') return false;
  if ((!openers.has(next.upos) && !over) || compounds.test(next.lower)) return false;
  if (!/^(?:NOUN|PROPN|ADJ|DET)$/u.test(before.upos) || before.upos === 'ADJ') return false;
  if (third.has(token.lower))
    return (
      !demonym.test(before.lower) &&
      (!many.test(before.lower) || one.test(before.lower) || /^\p{Lu}{3,}$/u.test(before.text))
    );
  const joined = tokens.slice(first, token.index).some(({ text, lower }) => text === ',' || lower === 'and');
  return plain.has(token.lower) && (many.test(before.lower) || joined);
}

/** Makes the word the root, what stands before it its subject and what follows it its object. */
function make(work: Workpiece, first: number, verb: Token, lemmaOf: LemmaOf): void {
  const { tokens } = work;
  const subject = tokens[verb.index - 1] as Token;
  const xpos = third.has(verb.lower) ? 'VBZ' : 'VBP';
  const old = tokens.find(({ head }) => head < 0) as Token;
  const label = first > 0 ? (tokens[first - 2] as Token) : null;
  verb.upos = 'VERB';
  verb.xpos = xpos;
  verb.lemma = lemmaOf(verb.text, 'VERB', xpos);
  if (!plain.has(verb.lemma)) verb.lemma = third.get(verb.lower) ?? verb.lower;
  let head = subject;
  for (let i = verb.index - 2; i >= first; i--) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1] as Token;
    if (token.upos === 'PUNCT' || token.lower === 'and') continue;
    if (next.text === ',' || next.lower === 'and') {
      // "Armenia, Azerbaijan trade blame": the first of several has the others.
      work.hang(head, token, 'conj');
      if (next.text === ',' || next.lower === 'and')
        work.hang(next, head, next.text === ',' ? 'punct' : 'cc');
      head = token;
    } else if (token.head < first || token.head >= verb.index) work.hang(token, head, 'compound');
  }
  verb.head = -1;
  verb.relation = 'root';
  work.hang(head, verb, 'nsubj');
  const object = objectOf(tokens, verb.index + 1);
  for (const token of tokens.slice(verb.index + 1)) {
    if (token === object) work.hang(token, verb, 'obj');
    else if (token.head < 0 || token.head <= verb.index || token === old)
      work.hang(
        token,
        verb,
        token.upos === 'PUNCT'
          ? 'punct'
          : hasCase(tokens, token)
            ? 'obl'
            : token.upos === 'ADV' || token.upos === 'ADP'
              ? 'compound:prt'
              : 'parataxis',
      );
    else if (object && token.index < object.index && token.head > object.index)
      work.hang(token, object, token.relation);
  }
  if (label)
    for (const token of tokens.slice(0, first)) {
      if (token === label) work.hang(token, verb, 'parataxis');
      else if (token.head < 0 || token.head >= first)
        work.hang(
          token,
          token.upos === 'PUNCT' ? verb : label,
          token.upos === 'PUNCT' ? 'punct' : 'compound',
        );
    }
}

/** The last noun of the phrase that begins there. */
function objectOf(tokens: readonly Token[], from: number): Token | null {
  let found: Token | null = null;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (i === from && !openers.has(token.upos)) continue;
    if (!openers.has(token.upos)) break;
    if (token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'NUM') found = token;
  }
  return found;
}

function hasCase(tokens: readonly Token[], token: Token): boolean {
  return tokens.some(({ head, relation }) => head === token.index && relation === 'case');
}
