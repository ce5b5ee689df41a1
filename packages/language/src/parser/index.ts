import clusters from '../../data/clusters.json' with { type: 'json' };
import model from '../../data/english.json' with { type: 'json' };
import { type English, openEnglish } from './english.ts';
import type { Sentence } from './tree.ts';

export { toConllu } from './conllu.ts';
export type { Sentence, Token } from './tree.ts';

let opened: English | undefined;

/**
 * Sentences of an English text as Universal Dependencies trees, with offsets in UTF-16 code units.
 * Takes any text without throwing, in time linear in its length. The model is unpacked at the first call, once (about 0.2 s).
 */
export function parse(text: string): Sentence[] {
  opened ??= openEnglish(model, clusters);
  return opened.parse(text);
}
