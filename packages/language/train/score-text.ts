import { argumentsOf } from '../src/parser/arguments.ts';
import type { English } from '../src/parser/english.ts';
import { Sentence, type Token } from '../src/parser/tree.ts';
import { rawDocuments } from './raw-text.ts';
import type { GoldSentence } from './read-treebank.ts';

class Tally {
  right = 0;
  gold = 0;
  mine = 0;
  get f1(): number {
    return (200 * this.right) / (this.gold + this.mine || 1);
  }
}

export interface Scores {
  tokens: number;
  sentences: number;
  upos: number;
  xpos: number;
  lemma: number;
  uas: number;
  las: number;
  /** Of the verbs found, how many have both agent and patient as the annotated tree has them, read by the same rules; of coordinated ones the first counts. */
  arguments: number;
  relations: Map<string, { f1: number; gold: number }>;
}

/**
 * Scores a parser from raw text to trees, all as F1 in per cent over words that stand at the same offsets, as the CoNLL
 * 2018 evaluation does. An arc is right when word, head and (for LAS and relations) relation are.
 * @param inCapitals write the text in capitals before it is parsed
 */
export function scoreText(english: English, treebank: GoldSentence[], inCapitals = false): Scores {
  const [tokens, sentences, upos, xpos, lemma, uas, las] = Array.from({ length: 7 }, () => new Tally()) as [
    Tally,
    Tally,
    Tally,
    Tally,
    Tally,
    Tally,
    Tally,
  ];
  const relations = new Map<string, Tally>();
  const relation = (name: string) => {
    const tally = relations.get(name) ?? new Tally();
    relations.set(name, tally);
    return tally;
  };
  const verbs = { all: 0, right: 0 };
  for (const document of rawDocuments(treebank)) {
    const read = new Map<number, string>();
    const words = new Map<
      string,
      { head: string; relation: string; upos: string; xpos: string; lemma: string }
    >();
    const bounds = new Set<string>();
    const key = (span: { start: number; end: number } | undefined) =>
      span ? `${span.start}-${span.end}` : 'root';
    for (const sentence of english.parse(inCapitals ? capitals(document.text) : document.text)) {
      bounds.add(`${sentence.start}-${sentence.end}`);
      sentences.mine++;
      for (const token of sentence.tokens)
        if (token.upos === 'VERB') read.set(token.start, argumentKey(sentence, token));
      for (const token of sentence.tokens) {
        words.set(key(token), { ...token, head: key(sentence.tokens[token.head]) });
        relation(token.relation).mine++;
      }
    }
    const all = [tokens, upos, xpos, lemma, uas, las];
    for (const tally of all) tally.mine += words.size;
    for (const { gold, spans } of document.sentences) {
      sentences.gold++;
      const whole = { start: spans[0]?.[0] ?? 0, end: spans.at(-1)?.[1] ?? 0 };
      if (bounds.has(key(whole))) sentences.right++;
      const annotated = new Sentence(goldTokens(gold, spans));
      for (const token of annotated.tokens) {
        if (token.upos !== 'VERB' || !words.has(`${token.start}-${token.end}`)) continue;
        verbs.all++;
        if (read.get(token.start) === argumentKey(annotated, token)) verbs.right++;
      }
      gold.forms.forEach((_, i) => {
        for (const tally of all) tally.gold++;
        const name = gold.labels[i] as string;
        relation(name).gold++;
        const [start, end] = spans[i] as [number, number];
        const mine = words.get(`${start}-${end}`);
        if (!mine) return;
        tokens.right++;
        if (mine.upos === gold.upos[i]) upos.right++;
        if (mine.xpos === gold.xpos[i]) xpos.right++;
        if (mine.lemma === gold.lemmas[i]) lemma.right++;
        const above = spans[gold.heads[i] as number];
        if (mine.head !== (above ? `${above[0]}-${above[1]}` : 'root')) return;
        uas.right++;
        if (mine.relation !== name) return;
        las.right++;
        relation(name).right++;
      });
    }
  }
  return {
    tokens: tokens.f1,
    sentences: sentences.f1,
    upos: upos.f1,
    xpos: xpos.f1,
    lemma: lemma.f1,
    uas: uas.f1,
    las: las.f1,
    arguments: (100 * verbs.right) / (verbs.all || 1),
    relations: new Map([...relations].map(([name, tally]) => [name, { f1: tally.f1, gold: tally.gold }])),
  };
}

/** Who does it and to whom, as offsets; of coordinated ones the first. */
function argumentKey(sentence: Sentence, verb: Token): string {
  const { agents, patients } = argumentsOf(sentence, verb);
  return `${agents[0]?.start}|${patients[0]?.start}`;
}

function goldTokens(gold: GoldSentence, spans: readonly [number, number][]): Token[] {
  return gold.forms.map((form, i) => ({
    index: i,
    start: (spans[i] as [number, number])[0],
    end: (spans[i] as [number, number])[1],
    text: form,
    lower: form.toLowerCase(),
    lemma: gold.lemmas[i] as string,
    upos: gold.upos[i] as string,
    xpos: gold.xpos[i] as string,
    head: gold.heads[i] as number,
    relation: gold.labels[i] as string,
  }));
}

/** The text in capitals, letter for letter. */
function capitals(text: string): string {
  let upper = '';
  for (const unit of text.split('')) {
    const capital = unit.toUpperCase();
    upper += capital.length === 1 ? capital : unit;
  }
  return upper;
}
