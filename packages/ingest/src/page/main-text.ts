import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { type Block, blocksOf } from './blocks.ts';
import type { HtmlDocument, HtmlNode } from './html-node.ts';
import { trimmed } from './page-furniture.ts';

export interface MainText {
  blocks: Block[];
  captions: string[];
}

/**
 * The blocks of a page that are its article. Two extractors read it, each in its own way: what both keep is the
 * article; what only Readability keeps counts where it is prose. Where they hardly agree, Readability is followed, which
 * loses less (measured on 109 news pages: docs/decisions/017). Neither may take the page down: one that throws kept nothing.
 */
export async function mainText(html: string, address: string | undefined, title: string): Promise<MainText> {
  const one = byReadability(html);
  const other = await byDefuddle(html, address);
  const agreed = inBoth(one, other);
  const kept = trimmed(agreed, title);
  const captions = [...one, ...other].filter(({ kind }) => kind === 'caption').map(({ text }) => text);
  return { blocks: kept, captions: [...new Set(captions)] };
}

/** Every block of the body: for pages in which no article can be told from the rest. */
export function wholeBody(html: string): Block[] {
  return blocksOf((parseHTML(html).document as unknown as HtmlDocument).body);
}

function byReadability(html: string): Block[] {
  try {
    const { document } = parseHTML(html);
    const article = new Readability<HtmlNode>(document, {
      keepClasses: true,
      disableJSONLD: true,
      serializer: (node) => node as unknown as HtmlNode,
    }).parse();
    return article?.content ? blocksOf(article.content) : [];
  } catch {
    return [];
  }
}

async function byDefuddle(html: string, address: string | undefined): Promise<Block[]> {
  try {
    // No network: `useAsync` would ask third parties for pages that hold nothing.
    const options = {
      useAsync: false,
      removeImages: true,
      fetch: () => Promise.reject(new Error('no network')),
    };
    const { document } = parseHTML(html);
    // It writes to the console of broken data, and needs none.
    for (const script of document.querySelectorAll('script')) script.remove();
    const { content } = await Defuddle(document, address, options);
    return blocksOf(parseHTML(`<html><body>${content}</body></html>`).document.body as unknown as HtmlNode);
  } catch {
    return [];
  }
}

const keyOf = ({ text }: Block): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
const wordsOf = (blocks: Block[]): number =>
  blocks.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);

function inBoth(one: Block[], other: Block[]): Block[] {
  const a = one.filter(({ kind }) => kind !== 'caption');
  const b = other.filter(({ kind }) => kind !== 'caption');
  const keys = new Set(b.map(keyOf));
  const common = a.filter((block) => keys.has(keyOf(block)));
  if (wordsOf(common) * 2 < Math.min(wordsOf(a), wordsOf(b))) return wordsOf(a) > 0 ? a : b;
  return a.filter((block) => keys.has(keyOf(block)) || isProse(block));
}

/** A sentence or more, and no list of links. */
function isProse({ text, linked }: Block): boolean {
  return (
    linked < 0.5 && /[.!?…。"”’»:;)]$/u.test(text) && wordsOf([{ text, linked, kind: 'paragraph' }]) >= 12
  );
}
