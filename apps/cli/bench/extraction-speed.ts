import { extract } from '@trucewatch/extraction';
import { parse } from '@trucewatch/language/parser';
import { winkPass } from '@trucewatch/language/testing';
import { Article } from '@trucewatch/schema';
import { medianTimes } from './measure.ts';
import { News } from './news.ts';
import { heading, remark, row } from './report.ts';
import { targets } from './targets.ts';
import { readTexts } from './texts.ts';

/** From raw text to events, article by article, beside wink-nlp's tokenising and tagging of the same texts. */
export function extractionSpeed(folders: readonly string[]): void {
  measure(
    'Extraction: invented conflict news',
    new News(1).articles(1_000).map((article) => Article.parse(article)),
  );
  for (const folder of folders) {
    const publishedAt = '2020-10-17T20:00:00Z';
    const articles = readTexts(folder).map((text, i) => Article.parse({ id: String(i), text, publishedAt }));
    if (articles.length > 0) measure(`Extraction: ${folder}`, articles);
  }
}

function measure(title: string, articles: readonly Article[]): void {
  heading(title);
  const sentences = articles.reduce((sum, { text }) => sum + parse(text).length, 0);
  const events = articles.reduce((sum, article) => sum + extract(article).events.length, 0);
  const work = () => {
    for (const article of articles) extract(article);
  };
  const [ours = 0, winks = 0] = medianTimes(
    [
      work,
      () => {
        for (const { text } of articles) winkPass(text);
      },
    ],
    5,
  );
  // So much code is not compiled after a few thousand sentences; a worker's is.
  const [later = 0] = medianTimes([work], 5, 15);
  remark(`${articles.length} articles, ${sentences} sentences, ${events} events`);
  row('from raw text to events', (sentences / ours) * 1_000, 'sentences/s', targets.extractionSentences);
  row('… once V8 has compiled, 20 rounds on', (sentences / later) * 1_000, 'sentences/s');
  row('wink-nlp, tokenise and tag', (sentences / winks) * 1_000, 'sentences/s');
  row('time, as a multiple of wink-nlp’s', ours / winks, '×', targets.extractionTimesWink);
}
