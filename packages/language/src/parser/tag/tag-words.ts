import { best } from '../model/linear-model.ts';
import type { Scorer } from '../parse/parse-words.ts';
import type { Words } from '../words.ts';
import { fillTagFeatures, tagFeatures } from './tag-features.ts';

/** One pass of the tagger: words that always have one tag, and a model for the rest. */
export interface TagPass {
  /** Hash of a form, exactly as written, to its only tag. */
  sure: Map<number, number>;
  model: Scorer;
}

/**
 * Tags a sentence from its first word to its last, each with the tags before it in view; the second pass sees the
 * guesses of the first on both sides (+0.2 points of accuracy on GUM dev).
 */
export function tagWords(words: Words, passes: { first: TagPass; second: TagPass }): Int32Array {
  return runPass(words, passes.second, runPass(words, passes.first, null));
}

export function runPass(words: Words, pass: TagPass, first: Int32Array | null): Int32Array {
  const tags = new Int32Array(words.count);
  const before: [number, number] = [-1, -1];
  for (let i = 0; i < words.count; i++) {
    let tag = pass.sure.get(words.form[i] as number);
    if (tag === undefined) {
      const count = fillTagFeatures(words, i, before, first);
      tag = best(pass.model.score(tagFeatures, count));
    }
    tags[i] = tag;
    before[1] = before[0];
    before[0] = tag;
  }
  return tags;
}
