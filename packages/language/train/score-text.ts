import type { English } from '../src/parser/english.ts';
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
  relations: Map<string, { f1: number; gold: number }>;
}

/**
 * Scores a parser from raw text to trees, all as F1 in per cent over words that stand at the same offsets, as the CoNLL
 * 2018 evaluation does. An arc is right when word, head and (for LAS and relations) relation are.
 */
export function scoreText(english: English, treebank: GoldSentence[]): Scores {
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
  for (const document of rawDocuments(treebank)) {
    const words = new Map<
      string,
      { head: string; relation: string; upos: string; xpos: string; lemma: string }
    >();
    const bounds = new Set<string>();
    const key = (span: { start: number; end: number } | undefined) =>
      span ? `${span.start}-${span.end}` : 'root';
    for (const sentence of english.parse(document.text)) {
      bounds.add(`${sentence.start}-${sentence.end}`);
      sentences.mine++;
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
    relations: new Map([...relations].map(([name, tally]) => [name, { f1: tally.f1, gold: tally.gold }])),
  };
}
