import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const wink = winkNLP(model, ['sbd', 'pos']);

/**
 * The yardstick of the speed measurements: wink-nlp cuts a text into sentences and tokens and tags them.
 * Whole arrays are pulled, which is its fast way. @returns the number of tokens
 */
export function winkPass(text: string): number {
  const tokens = wink.readDoc(text).tokens();
  tokens.out(wink.its.pos);
  return (tokens.out(wink.its.value) as string[]).length;
}
