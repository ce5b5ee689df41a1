import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Upos } from './analysis.ts';

/** What the tagger says of one stretch of text, column by column. */
export interface Tagged {
  values: string[];
  spaces: string[];
  upos: Upos[];
  lemmas: string[];
}

const wink = winkNLP(model, ['sbd', 'pos']);
const its = wink.its;

/** Tokenises and tags one stretch. Whole arrays are pulled: asking token by token is ten times slower. */
export function tag(stretch: string): Tagged {
  const tokens = wink.readDoc(stretch).tokens();
  const strings = (column: unknown): string[] => column as string[];
  return {
    values: strings(tokens.out(its.value)),
    spaces: strings(tokens.out(its.precedingSpaces)),
    upos: strings(tokens.out(its.pos)) as Upos[],
    // The model's own typing gives its.lemma another signature than `out` accepts.
    lemmas: strings(tokens.out(its.lemma as unknown as typeof its.value)),
  };
}
