import { hashString } from './hash.ts';
import { interned } from './interned.ts';
import { type Lemmas, lemmaOf } from './lemma.ts';
import { type ModelFile, type Parts, unpackModel, unpackRising } from './model/model-file.ts';
import { Network, type Reading } from './net/network.ts';
import { normalForm } from './net/normal-form.ts';
import { fixedTable, WordVectors } from './net/word-vectors.ts';
import { repairTree } from './repairs.ts';
import { splitSentences } from './text/split-sentences.ts';
import { type TokenSpans, tokenise } from './text/tokenise.ts';
import { trueCased } from './text/true-case.ts';
import { Sentence, type Token } from './tree.ts';
import { type KnownWord, WordMemory } from './word-memory.ts';

export interface English {
  tags: { upos: string; xpos: string }[];
  relations: string[];
  /** Tags and parses sentences given as their forms. */
  read(sentences: readonly (readonly string[])[]): Reading[];
  /** Sentences of a text as trees. Linear in the length of the text; never throws. */
  parse(text: string): Sentence[];
  /** The stretches of a text, each as one sentence; one without a token gives none. */
  parseStretches(text: string, stretches: readonly { start: number; end: number }[]): (Sentence | null)[];
}

/** Opens a trained model. Throws when one of its files is damaged. */
export function openEnglish(modelFile: ModelFile, vectorFile: ModelFile): English {
  const parts = unpackModel(modelFile);
  const fixed = fixedTable(unpackModel(vectorFile));
  const vectors = new WordVectors(
    { rows: parts['trained.rows'] as Uint8Array, scale: parts['trained.scale'] as Float32Array },
    parts['trained.words'] as Uint32Array,
    fixed.table,
    fixed.words,
  );
  const tags = (parts.tags as string[]).map((tag) => {
    const [upos = 'X', xpos = 'FW'] = tag.split('|');
    return { upos: interned(upos), xpos: interned(xpos) };
  });
  const relations = (parts.relations as string[]).map(interned);
  const network = new Network(parts, vectors, tags.length, relations.length);
  const names = new Set(
    unpackRising(parts.names as Uint8Array, (parts.nameCount as Uint32Array)[0] as number),
  );
  const isName = (word: string) => {
    const hash = hashString(normalForm(word));
    return names.has(hash) || !vectors.knows(hash);
  };
  const lemmas = readLemmas(parts);
  const parataxis = relations.indexOf('parataxis');
  const memory = new WordMemory((form, tag) => {
    const { upos, xpos } = tags[tag] as { upos: string; xpos: string };
    return lemmaOf(form, upos, xpos, lemmas);
  });

  function read(sentences: readonly (readonly string[])[]): Reading[] {
    const cased: (readonly string[])[] = [];
    for (const forms of sentences) cased.push(trueCased(forms, isName));
    return network.read(cased, parataxis);
  }

  function parse(text: string): Sentence[] {
    const spans = tokenise(text);
    const firsts = splitSentences(text, spans);
    return build(
      text,
      Array.from({ length: Math.max(0, firsts.length - 1) }, (_, s) => ({
        spans,
        from: firsts[s] as number,
        to: firsts[s + 1] as number,
        offset: 0,
      })),
    );
  }

  function parseStretches(
    text: string,
    stretches: readonly { start: number; end: number }[],
  ): (Sentence | null)[] {
    const cut = stretches.map(({ start, end }) => {
      const spans = tokenise(text.slice(start, end));
      return { spans, from: 0, to: spans.count, offset: start };
    });
    const built = build(
      text,
      cut.filter(({ to }) => to > 0),
    );
    let next = 0;
    return cut.map(({ to }) => (to > 0 ? (built[next++] ?? null) : null));
  }

  function build(source: string, cut: readonly Cut[]): Sentence[] {
    const sentences = cut.map((one) => wordsOf(source, one));
    return read(sentences.map(formsOf)).map((reading, s) => {
      const words = sentences[s] as KnownWord[];
      const { spans, from, offset } = cut[s] as Cut;
      // Pushed, not mapped: all arrays of tokens are then of one kind to the runtime, whoever made them.
      const tokens: Token[] = [];
      for (let i = 0; i < words.length; i++) {
        const word = words[i] as KnownWord;
        const tag = reading.tags[i] as number;
        const { upos, xpos } = tags[tag] as { upos: string; xpos: string };
        tokens.push({
          index: i,
          start: (spans.start[from + i] as number) + offset,
          end: (spans.end[from + i] as number) + offset,
          text: word.text,
          lower: word.lower,
          lemma: memory.lemma(word, tag),
          upos,
          xpos,
          head: reading.heads[i] as number,
          relation: relations[reading.relations[i] as number] as string,
        });
      }
      repairTree(tokens, (form, upos, xpos) => lemmaOf(form, upos, xpos, lemmas));
      return new Sentence(tokens);
    });
  }

  function wordsOf(source: string, { spans, from, to, offset }: Cut): KnownWord[] {
    const words: KnownWord[] = [];
    for (let i = from; i < to; i++) {
      const start = (spans.start[i] as number) + offset;
      words.push(memory.wordOf(source.slice(start, (spans.end[i] as number) + offset)));
    }
    return words;
  }

  return { tags, relations, read, parse, parseStretches };
}

function formsOf(words: readonly KnownWord[]): string[] {
  const forms: string[] = [];
  for (const { text } of words) forms.push(text);
  return forms;
}

/** One sentence's tokens among those of a stretch of the text that begins at `offset`. */
interface Cut {
  spans: TokenSpans;
  from: number;
  to: number;
  offset: number;
}

function readLemmas(parts: Parts): Lemmas {
  const irregular = new Map<string, string>();
  for (const line of parts.irregular as string[]) {
    const [word = '', lemma = ''] = line.split(' ');
    irregular.set(word, lemma);
  }
  return { irregular, verbs: new Set(parts.verbs as string[]) };
}
