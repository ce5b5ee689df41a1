import { hashString } from './hash.ts';
import { type Lemmas, lemmaOf } from './lemma.ts';
import { linearModel } from './model/linear-model.ts';
import { type ModelFile, type Parts, readLinear, unpackModel, unpackRising } from './model/model-file.ts';
import type { Configuration } from './parse/configuration.ts';
import { Parser } from './parse/parse-words.ts';
import { attachPunctuation } from './parse/punctuation.ts';
import { type Guide, SentenceInput, type TagKinds } from './parse/sentence-input.ts';
import { guidedTemplates, plainTemplates } from './parse/templates.ts';
import { tagWords } from './tag/tag-words.ts';
import { splitSentences } from './text/split-sentences.ts';
import { tokenise } from './text/tokenise.ts';
import { trueCased } from './text/true-case.ts';
import { Sentence, type Token } from './tree.ts';
import { type Clusters, WordReader } from './words.ts';

/** Heads (-1 for the root) and names of relations, one a token. */
export interface Arcs {
  tags: Int32Array;
  heads: Int32Array;
  labels: Int32Array;
}

export interface English {
  tags: { upos: string; xpos: string }[];
  labels: string[];
  /** Tags and parses one sentence given as its forms. */
  parseForms(forms: readonly string[]): Arcs;
  /** Sentences of a text as trees. Linear in the length of the text; never throws. */
  parse(text: string): Sentence[];
}

/** Opens a trained model. Throws when it is damaged. */
export function openEnglish(file: ModelFile, clusterFile: ModelFile): English {
  const parts = unpackModel(file);
  const tags = tagNames(parts);
  const labels = parts.labels as string[];
  const clusters = readClusters(unpackModel(clusterFile));
  const kinds = tagKinds(tags);
  const passes = { first: readPass(parts, 'tag1'), second: readPass(parts, 'tag2') };
  const markers: [number, number] = [labels.indexOf('case'), labels.indexOf('mark')];
  const parserOf = (name: string, templates: typeof plainTemplates) =>
    new Parser({
      move: linearModel(readLinear(parts, `${name}.move`)),
      label: linearModel(readLinear(parts, `${name}.label`)),
      templates,
      markers,
    });
  const backward = parserOf('backward', plainTemplates);
  const forward = parserOf('forward', guidedTemplates);
  const reader = new WordReader(clusters);
  const input = new SentenceInput(reader.words, kinds, (form) => hashString(form));
  const punct = labels.indexOf('punct');
  const names = new Set(
    unpackRising(parts.names as Uint8Array, (parts.nameCount as Uint32Array)[0] as number),
  );
  const lemmas = readLemmas(parts);

  function parseForms(written: readonly string[]): Arcs {
    const forms = trueCased(written, (lower) => names.has(lower) || clusters.of(lower) === 0);
    const tagsOf = tagWords(reader.read(forms), passes);
    input.read(reader.read(forms, true), tagsOf, true, null);
    const guide = turned(backward.parse(input), forms.length);
    input.read(reader.read(forms), tagsOf, false, guide);
    const state = forward.parse(input);
    const count = forms.length;
    const heads = state.head.slice(0, count).map((head) => (head === count ? -1 : head));
    const labelsOf = state.label.slice(0, count);
    attachPunctuation(
      written,
      heads,
      Uint8Array.from(labelsOf, (label) => (label === punct ? 1 : 0)),
    );
    return { tags: tagsOf, heads, labels: labelsOf };
  }

  function parse(text: string): Sentence[] {
    const spans = tokenise(text);
    const firsts = splitSentences(text, spans);
    const sentences: Sentence[] = [];
    for (let s = 0; s + 1 < firsts.length; s++) {
      const from = firsts[s] as number;
      const count = (firsts[s + 1] as number) - from;
      const forms = Array.from({ length: count }, (_, i) =>
        text.slice(spans.start[from + i], spans.end[from + i]),
      );
      const arcs = parseForms(forms);
      const tokens = forms.map((form, i): Token => {
        const { upos, xpos } = tags[arcs.tags[i] as number] as { upos: string; xpos: string };
        return {
          index: i,
          start: spans.start[from + i] as number,
          end: spans.end[from + i] as number,
          form,
          lemma: lemmaOf(form, upos, xpos, lemmas),
          upos,
          xpos,
          head: arcs.heads[i] as number,
          relation: labels[arcs.labels[i] as number] as string,
        };
      });
      sentences.push(new Sentence(tokens));
    }
    return sentences;
  }

  return { tags, labels, parseForms, parse };
}

/** A parse made from the end, in the numbers of a reading from the start. */
function turned(state: Configuration, count: number): Guide {
  const head = new Int32Array(count);
  const label = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const there = count - 1 - i;
    const above = state.head[there] as number;
    head[i] = above === count ? count : count - 1 - above;
    label[i] = state.label[there] as number;
  }
  return { head, label };
}

export function tagKinds(tags: { upos: string }[]): TagKinds {
  const parts = [...new Set(tags.map(({ upos }) => upos))];
  const flags = (name: string) => Uint8Array.from(tags, ({ upos }) => (upos === name ? 1 : 0));
  return {
    upos: Int32Array.from(tags, ({ upos }) => parts.indexOf(upos)),
    isVerb: flags('VERB'),
    isPunctuation: flags('PUNCT'),
    isConjunction: flags('CCONJ'),
  };
}

function tagNames(parts: Parts): { upos: string; xpos: string }[] {
  return (parts.tags as string[]).map((tag) => {
    const [upos = 'X', xpos = 'FW'] = tag.split('|');
    return { upos, xpos };
  });
}

function readPass(parts: Parts, name: string) {
  const tags = parts[`${name}.sureTags`] as Uint8Array;
  const words = unpackRising(parts[`${name}.sureWords`] as Uint8Array, tags.length);
  const sure = new Map<number, number>();
  for (let i = 0; i < tags.length; i++) sure.set(words[i] as number, tags[i] as number);
  return { sure, model: linearModel(readLinear(parts, name)) };
}

export function readClusters(parts: Parts): Clusters {
  const fine = parts['clusters.of'] as Uint16Array;
  const finer = parts['clusters.finer'] as Uint16Array;
  const coarse = parts['clusters.coarse'] as Uint8Array;
  const words = unpackRising(parts['clusters.words'] as Uint8Array, fine.length);
  const places = new Map<number, number>();
  for (let i = 0; i < words.length; i++) places.set(words[i] as number, i);
  const look = (list: Uint16Array, word: number) => {
    const place = places.get(word);
    return place === undefined ? 0 : (list[place] as number);
  };
  return {
    of: (word) => look(fine, word),
    finerOf: (word) => look(finer, word),
    coarseOf: (cluster) => coarse[cluster] ?? 0,
  };
}

function readLemmas(parts: Parts): Lemmas {
  const irregular = new Map<string, string>();
  for (const line of parts.irregular as string[]) {
    const [word = '', lemma = ''] = line.split(' ');
    irregular.set(word, lemma);
  }
  return { irregular, verbs: new Set(parts.verbs as string[]) };
}
