import { scoreFeeds } from './feeds.ts';
import { scoreHtml } from './html.ts';

/** `npm run score -- FOLDER html feeds [--misses]`: how well pages and feeds are read, on a folder of labelled corpora. */
const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const folder = words.find((word) => word !== 'html' && word !== 'feeds') ?? '';
const showMisses = process.argv.includes('--misses');
const results = [
  words.includes('html') ? await scoreHtml(folder, showMisses) : true,
  words.includes('feeds') ? scoreFeeds(folder, showMisses) : true,
];
process.exitCode = results.every(Boolean) ? 0 : 1;
