import { hashString } from '../src/parser/hash.ts';
import { lemmaByRule } from '../src/parser/lemma.ts';
import { type Parts, packRising } from '../src/parser/model/model-file.ts';
import { normalForm } from '../src/parser/words.ts';
import { clusteredWords, clustersFrom } from './cluster-file.ts';
import type { GoldSentence } from './read-treebank.ts';

/** What the model knows of words apart from weights: irregular lemmas, base forms of verbs, and which words are names. */
export function lexicon(sentences: GoldSentence[]): Parts {
  const verbs = baseForms(sentences);
  const names = namesOf(sentences);
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

/** Hashes of words that are names: seen as such more often than not, or in a cluster of which that holds. */
function namesOf(sentences: GoldSentence[]): Uint32Array {
  const clusters = clustersFrom();
  const byWord = new Map<number, { all: number; names: number }>();
  const byCluster = new Map<number, { all: number; names: number }>();
  const count = (table: typeof byWord, place: number, isName: boolean) => {
    const counts = table.get(place) ?? { all: 0, names: 0 };
    counts.all++;
    if (isName) counts.names++;
    table.set(place, counts);
  };
  for (const { forms, upos } of sentences) {
    forms.forEach((form, i) => {
      const word = hashString(normalForm(form));
      count(byWord, word, upos[i] === 'PROPN');
      count(byCluster, clusters.finerOf(word), upos[i] === 'PROPN');
    });
  }
  const isName = (word: number) => {
    const counts = byWord.get(word) ?? byCluster.get(clusters.finerOf(word));
    return counts !== undefined && counts.names > counts.all / 2;
  };
  const words = new Set([...byWord.keys(), ...clusteredWords()]);
  return Uint32Array.from([...words].filter(isName)).sort();
}
