import model from '../../data/english.json' with { type: 'json' };
import vectors from '../../data/vectors.json' with { type: 'json' };
import { type English, openEnglish } from './english.ts';
import type { Sentence } from './tree.ts';

export { type Arguments, argumentsOf, nominalArguments } from './arguments.ts';
export { toConllu } from './conllu.ts';
export { drawTree, type TreeDrawing } from './draw-tree.ts';
export type { Sentence, Token } from './tree.ts';

let opened: English | undefined;

/** The model in this package, unpacked at the first call, once (about 0.1 s). */
export function english(): English {
  opened ??= openEnglish(model, vectors);
  return opened;
}

/**
 * Sentences of an English text as Universal Dependencies trees, with offsets in UTF-16 code units.
 * Takes any text without throwing, in time linear in its length.
 */
export function parse(text: string): Sentence[] {
  return english().parse(text);
}
