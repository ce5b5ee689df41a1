import type { Sentence } from '@trucewatch/language/parser';
import type { ParsedSentence } from '#lib/parser/view.ts';
import { visible } from '#lib/parser/visible.ts';

/** Longest text that the page parses, in UTF-16 code units: some three long sentences. */
export const longestParsed = 500;

/** The sentences of a text with their trees, drawn and as rows. */
export async function parsedView(text: string): Promise<ParsedSentence[]> {
  // Only who asks for a tree pays for the model: 0.2 s and some 100 MB, once.
  const { drawTree, parse } = await import('@trucewatch/language/parser');
  return parse(text).map((sentence) => {
    const drawing = drawTree(sentence);
    const words = drawing.words.map((word) => ({ ...word, form: visible(word.form) }));
    return {
      text: text.slice(sentence.start, sentence.end),
      drawing: { ...drawing, words },
      rows: rowsOf(sentence),
    };
  });
}

function rowsOf(sentence: Sentence): ParsedSentence['rows'] {
  return sentence.tokens.map((token) => {
    const head = sentence.headOf(token);
    return {
      number: token.index + 1,
      form: visible(token.text),
      lemma: visible(token.lemma),
      upos: token.upos,
      xpos: token.xpos,
      relation: token.relation,
      head: head ? { number: head.index + 1, form: visible(head.text) } : null,
    };
  });
}
