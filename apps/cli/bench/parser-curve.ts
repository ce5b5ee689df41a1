import { parse } from '@trucewatch/language/parser';
import { curve } from './curve.ts';
import { News } from './news.ts';
import { heading, row } from './report.ts';
import { targets } from './targets.ts';

/** Time against length: of news, and of one sentence that does not end. */
export function parserCurve(): void {
  parse(new News(2).text(200_000));
  heading('Parser: time against the length of the text');
  curve('characters', [10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 640_000], (length) => {
    const text = new News(3).text(length);
    return () => parse(text);
  });
  heading('Parser: time against the length of one sentence');
  const time = curve('tokens', [1_250, 2_500, 5_000, 10_000], (tokens) => {
    const text = oneSentence(tokens);
    return () => parse(text);
  });
  row('a sentence of 10,000 tokens', time, 'ms', targets.longSentence);
}

/** News without an end: every full stop is an “and”. */
function oneSentence(tokens: number): string {
  const words = new News(4)
    .text(tokens * 6)
    .replace(/[.?!:;“”]\s*|\n+/gu, ' and ')
    .split(/\s+/u);
  return `${words.slice(0, tokens).join(' ')}.`;
}
