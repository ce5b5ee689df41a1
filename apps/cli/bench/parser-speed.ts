import { parse } from '@trucewatch/language/parser';
import { winkPass } from '@trucewatch/language/testing';
import { medianTimes } from './measure.ts';
import { News } from './news.ts';
import { heading, remark, row } from './report.ts';
import { targets } from './targets.ts';
import { readTexts } from './texts.ts';

/** From raw text to trees, article by article, beside wink-nlp's tokenising and tagging of the same texts. */
export function parserSpeed(folders: readonly string[]): void {
  measure(
    'Parser: invented conflict news',
    new News(1).articles(2_000).map(({ text }) => text),
  );
  for (const folder of folders) measure(`Parser: ${folder}`, readTexts(folder));
}

function measure(title: string, texts: readonly string[]): void {
  heading(title);
  const sentences = texts.flatMap((text) => parse(text));
  if (sentences.length === 0) {
    remark('no texts (.txt, .jsonl) there');
    return;
  }
  const tokens = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  const [ours = 0, winks = 0] = medianTimes([() => texts.forEach(parse), () => texts.forEach(winkPass)]);
  remark(`${sentences.length} sentences, ${(tokens / sentences.length).toFixed(1)} tokens each`);
  row('from raw text to trees', (sentences.length / ours) * 1_000, 'sentences/s', targets.parserSentences);
  row('', (tokens / ours) * 1_000, 'tokens/s');
  row('wink-nlp, tokenise and tag', (tokens / winks) * 1_000, 'tokens/s');
  row('time, as a multiple of wink-nlp’s', ours / winks, '×', targets.parserTimesWink);
}
