import { parseHTML } from 'linkedom';
import { blocksOf } from './blocks.ts';
import type { HtmlDocument } from './html-node.ts';

const longest = 2_000_000;

function bodyOf(html: string): HtmlDocument['body'] {
  return (
    parseHTML(`<html><body>${html.slice(0, longest)}</body></html>`).document as unknown as HtmlDocument
  ).body;
}

/** Text in which letters may stand as `&#8211;`, though it is no HTML: headlines in data do so. */
export function unescaped(text: string): string {
  return /&#?\w+;/.test(text) ? (bodyOf(text.replaceAll('<', '&lt;')).textContent ?? text) : text;
}

/** A piece of HTML as paragraphs of plain text. */
export function plainText(html: string): string {
  return blocksOf(bodyOf(html))
    .filter(({ kind }) => kind !== 'caption')
    .map(({ text }) => text)
    .join('\n\n');
}
