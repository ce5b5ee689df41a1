import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A sentence of a treebank in CoNLL-U; words only, no empty nodes. */
export interface GoldSentence {
  text: string;
  newDocument: boolean;
  newParagraph: boolean;
  forms: string[];
  lemmas: string[];
  upos: string[];
  xpos: string[];
  /** From 0; -1 is the root. */
  heads: Int32Array;
  labels: string[];
}

/** Reads a `.conllu` or `.conllu.gz` file. */
export function readTreebank(path: string): GoldSentence[] {
  const bytes = readFileSync(path);
  const body = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return body.split('\n\n').flatMap((block) => {
    const lines = block.split('\n');
    const comment = (name: string) => lines.find((line) => line.startsWith(`# ${name}`));
    const words = lines.map((line) => line.split('\t')).filter(([id = '']) => /^\d+$/.test(id));
    if (words.length === 0) return [];
    const column = (number: number) => words.map((fields) => fields[number] ?? '_');
    return [
      {
        text: comment('text = ')?.slice('# text = '.length) ?? '',
        newDocument: comment('newdoc') !== undefined,
        newParagraph: comment('newpar') !== undefined,
        forms: column(1),
        lemmas: column(2),
        upos: column(3),
        xpos: column(4),
        heads: Int32Array.from(column(6), (head) => Number(head) - 1),
        labels: column(7),
      },
    ];
  });
}
