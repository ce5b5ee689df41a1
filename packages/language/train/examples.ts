import { hashString } from '../src/parser/hash.ts';
import { normalForm } from '../src/parser/net/normal-form.ts';
import { shape } from '../src/parser/net/shape.ts';
import { featuresPerWord, fillWordRows } from '../src/parser/net/word-features.ts';
import { type IsName, trueCased } from '../src/parser/text/true-case.ts';
import type { FixedVectors } from './fixed-vectors.ts';
import type { Example } from './net/example.ts';
import type { GoldSentence } from './read-treebank.ts';

/** What is seen often enough to be learned, the most frequent first. */
function vocabulary(values: readonly string[], least: number): string[] {
  return [...countsOf(values)]
    .filter(([, count]) => count >= least)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([value]) => value);
}

function countsOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Turns annotated sentences into numbers. */
export class ExampleMaker {
  readonly tags: string[];
  readonly relations: string[];
  /** Hashes of the words that get a vector of their own, in the order of their rows. */
  readonly words: Uint32Array;
  private readonly rowOf: Map<number, number>;
  private readonly seen: Map<string, number>;
  private readonly fixed: FixedVectors;

  constructor(sentences: readonly GoldSentence[], fixed: FixedVectors) {
    const normals = sentences.flatMap(({ forms }) => forms.map(normalForm));
    this.seen = countsOf(normals);
    this.words = Uint32Array.from(vocabulary(normals, 3), (word) => hashString(word));
    this.rowOf = new Map([...this.words].map((word, i) => [word, i + 1]));
    this.tags = vocabulary(sentences.flatMap(tagsOf), 3);
    this.relations = vocabulary(
      sentences.flatMap(({ labels }) => labels),
      20,
    );
    this.fixed = fixed;
  }

  /** Rows of words, row 0 for unknown ones included. */
  get wordRows(): number {
    return this.words.length + 1;
  }

  make(sentence: GoldSentence): Example {
    const length = sentence.forms.length;
    const rows = new Int32Array(length * featuresPerWord);
    const fixed = new Float32Array(length * shape.fixed);
    sentence.forms.forEach((form, i) => {
      fillWordRows(form, (hash) => this.rowOf.get(hash) ?? 0, this.wordRows, rows, i * featuresPerWord);
      const vector = this.fixed.of(hashString(normalForm(form)));
      if (vector) fixed.set(vector, i * shape.fixed);
    });
    return {
      length,
      rows,
      fixed,
      seen: Float32Array.from(sentence.forms, (form) => this.seen.get(normalForm(form)) ?? 0),
      heads: sentence.heads,
      relations: Int32Array.from(sentence.labels, (label) => this.relationOf(label)),
      tags: Int32Array.from(tagsOf(sentence), (tag) => this.tags.indexOf(tag)),
    };
  }

  private relationOf(label: string): number {
    const known = this.relations.indexOf(label);
    return known >= 0 ? known : Math.max(0, this.relations.indexOf(label.split(':')[0] as string));
  }
}

function tagsOf({ upos, xpos }: GoldSentence): string[] {
  return upos.map((tag, i) => `${tag}|${xpos[i]}`);
}

/**
 * Some sentences once more as the parser will see capitals and headlines: written so, and then in ordinary case again by
 * the rule (`trueCased`), without the full stop.
 */
export function casedVariants(sentences: readonly GoldSentence[], isName: IsName): GoldSentence[] {
  const allCapitals = (form: string) => form.toUpperCase();
  const headline = (form: string) =>
    form.length > 3 ? form.slice(0, 1).toUpperCase() + form.slice(1) : form;
  return sentences.flatMap((sentence, i) => {
    if (i % 5 !== 0 || sentence.forms.length < 5) return [];
    const written = sentence.forms.map(i % 10 === 0 ? allCapitals : headline);
    return [withoutStop({ ...sentence, forms: [...trueCased(written, isName)] })];
  });
}

function withoutStop(sentence: GoldSentence): GoldSentence {
  const last = sentence.forms.length - 1;
  if (!/^[.!?]$/.test(sentence.forms[last] as string) || sentence.heads.includes(last)) return sentence;
  return {
    ...sentence,
    forms: sentence.forms.slice(0, last),
    lemmas: sentence.lemmas.slice(0, last),
    upos: sentence.upos.slice(0, last),
    xpos: sentence.xpos.slice(0, last),
    heads: sentence.heads.slice(0, last),
    labels: sentence.labels.slice(0, last),
  };
}
