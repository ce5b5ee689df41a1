import { extract } from '@trucewatch/extraction';
import { Article } from '@trucewatch/schema';
import { curve } from './curve.ts';
import { News } from './news.ts';
import { heading, row } from './report.ts';
import { targets } from './targets.ts';

/** Time of one article against its length, up to a megabyte. */
export function extractionCurve(): void {
  const articleOf = (length: number): Article =>
    Article.parse({ id: 'long', text: new News(6).text(length), publishedAt: '2020-10-17T20:00:00Z' });
  extract(articleOf(100_000));
  heading('Extraction: time against the length of the article');
  const time = curve('characters', [125_000, 250_000, 500_000, 1_000_000], (length) => {
    const article = articleOf(length);
    return () => extract(article);
  });
  row('an article of a megabyte', time / 1_000, 's', targets.megabyte);
}
