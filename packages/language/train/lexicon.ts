import { hashString } from '../src/parser/hash.ts';
import { lemmaByRule } from '../src/parser/lemma.ts';
import { type Parts, packRising } from '../src/parser/model/model-file.ts';
import { normalForm } from '../src/parser/net/normal-form.ts';
import type { FixedVectors } from './fixed-vectors.ts';
import { logisticRegression } from './logistic-regression.ts';
import type { GoldSentence } from './read-treebank.ts';

/** What the model knows of words apart from weights: irregular lemmas, base forms of verbs, and which words are names. */
export function lexicon(sentences: GoldSentence[], fixed: FixedVectors): Parts {
  const verbs = baseForms(sentences);
  const names = namesOf(sentences, fixed);
  return {
    verbs: [...verbs].sort(),
    irregular: irregularLemmas(sentences, verbs),
    names: packRising(names),
    nameCount: Uint32Array.of(names.length),
  };
}

function baseForms(sentences: GoldSentence[]): Set<string> {
  const verbs = new Set<string>();
  for (const { upos, lemmas } of sentences) {
    lemmas.forEach((lemma, i) => {
      if (upos[i] === 'VERB' && /^[a-z]+$/.test(lemma)) verbs.add(lemma);
    });
  }
  return verbs;
}

/** Tags under which a part of speech is inflected; a lemma that one of them gives by rule is not irregular. */
const inflections: Record<string, string[]> = { VERB: ['VB', 'VBZ', 'VBG', 'VBD'], NOUN: ['NN', 'NNS'] };

function irregularLemmas(sentences: GoldSentence[], verbs: Set<string>): string[] {
  const lemmas = new Map<string, Map<string, number>>();
  for (const { forms, upos, lemmas: gold } of sentences) {
    forms.forEach((form, i) => {
      const key = `${form.toLowerCase().replace('’', "'")}/${upos[i]}`;
      const counts = lemmas.get(key) ?? new Map<string, number>();
      lemmas.set(key, counts.set(gold[i] as string, (counts.get(gold[i] as string) ?? 0) + 1));
    });
  }
  const irregular: string[] = [];
  for (const [key, counts] of lemmas) {
    const slash = key.lastIndexOf('/');
    const lower = key.slice(0, slash);
    const upos = key.slice(slash + 1);
    const [lemma, times] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    if (/\s/.test(key + lemma) || lemma === '_' || upos === 'PROPN' || upos === 'X') continue;
    const byRule = (inflections[upos] ?? ['JJ']).map((xpos) => lemmaByRule(lower, lower, upos, xpos, verbs));
    if (!byRule.includes(lemma) && (times > 1 || upos === 'VERB')) irregular.push(`${key} ${lemma}`);
  }
  return irregular.sort();
}

/** Hashes of words that are names: seen as such more often than not; for words not seen, their vectors decide. */
function namesOf(sentences: GoldSentence[], fixed: FixedVectors): Uint32Array {
  const seen = new Map<number, { all: number; names: number }>();
  for (const { forms, upos } of sentences) {
    forms.forEach((form, i) => {
      const word = hashString(normalForm(form));
      const counts = seen.get(word) ?? { all: 0, names: 0 };
      counts.all++;
      if (upos[i] === 'PROPN') counts.names++;
      seen.set(word, counts);
    });
  }
  const isSeenAsName = ({ all, names }: { all: number; names: number }) => names > all / 2;
  const examples = [...seen].flatMap(([word, counts]) => {
    const vector = fixed.of(word);
    return vector ? [{ vector, isTrue: isSeenAsName(counts) }] : [];
  });
  const looksLikeName = logisticRegression(examples);
  const names = [...seen].filter(([, counts]) => isSeenAsName(counts)).map(([word]) => word);
  for (const word of fixed.words)
    if (!seen.has(word) && looksLikeName(fixed.of(word) as Float32Array)) names.push(word);
  return Uint32Array.from(names).sort();
}
