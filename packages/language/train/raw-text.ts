import type { GoldSentence } from './read-treebank.ts';

/** A treebank's own text, put together again, and where its sentences and tokens stand in it. */
export interface RawDocument {
  text: string;
  sentences: { gold: GoldSentence; spans: [start: number, end: number][] }[];
}

/** Documents as running text: sentences apart by a space, paragraphs by an empty line. */
export function rawDocuments(sentences: GoldSentence[]): RawDocument[] {
  const documents: RawDocument[] = [];
  let document: RawDocument | null = null;
  for (const gold of sentences) {
    if (!document || gold.newDocument) {
      document = { text: '', sentences: [] };
      documents.push(document);
    }
    if (document.text) document.text += gold.newParagraph ? '\n\n' : ' ';
    const start = document.text.length;
    document.text += gold.text;
    document.sentences.push({ gold, spans: spansOf(gold, document.text, start) });
  }
  return documents;
}

function spansOf(gold: GoldSentence, text: string, start: number): [number, number][] {
  let at = start;
  return gold.forms.map((form) => {
    const found = text.indexOf(form, at);
    // A form that the text spells otherwise ends where its last letter was found.
    const from = found >= 0 && found - at <= 3 ? found : at;
    at = from + (found === from ? form.length : 1);
    return [from, at];
  });
}
