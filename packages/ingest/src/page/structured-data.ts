import * as z from 'zod';
import type { HtmlDocument } from './html-node.ts';

/** What schema.org data in a page say of its article, as far as it is used. */
export interface StructuredData {
  headline?: string | undefined;
  authors: string[];
  datePublished?: string | undefined;
  publisher?: string | undefined;
  url?: string | undefined;
  language?: string | undefined;
  articleBody?: string | undefined;
}

const text = z.string().min(1).max(2_000_000).optional().catch(undefined);
const Name = z.union([
  z.string(),
  z
    .looseObject({ name: z.union([z.string(), z.array(z.string())]).optional() })
    .transform(({ name }) => name),
]);
const Names = z
  .union([z.array(Name.catch(undefined)), Name.transform((name) => [name])])
  .transform((names) => names.flat().filter((name): name is string => !!name))
  .catch([]);

const Item = z.looseObject({
  '@type': z.union([z.string().transform((type) => [type]), z.array(z.string())]),
  headline: text,
  author: Names.optional(),
  creator: Names.optional(),
  datePublished: text,
  publisher: Names.optional(),
  url: text,
  inLanguage: text,
  articleBody: text,
});

const isArticle =
  /^(?:News|Analysis|AskPublic|Background|Opinion|Reportage|Review|Scholarly|Tech|Satirical|LiveBlog|Blog|Social|Report)?\w{0,20}(?:Article|Posting|Report)$/;
/** Sizes at which a page's data are passed over, so that reading ends in time. */
const longestScript = 2_000_000;
const mostItems = 500;

/** The first article among a page's JSON-LD, `@graph` and lists included. Broken JSON is passed over. */
export function structuredData(document: HtmlDocument): StructuredData | null {
  let seen = 0;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = (script.textContent ?? '')
      .slice(0, longestScript)
      .replace(/^\s*(?:<!--|\/\*.*?\*\/)|-->\s*$/g, '');
    const queue: unknown[] = [parsed(source)];
    for (let item = queue.shift(); item !== undefined && seen < mostItems; item = queue.shift()) {
      seen++;
      if (Array.isArray(item)) queue.push(...item.slice(0, mostItems));
      else if (typeof item === 'object' && item !== null) {
        const found = Item.safeParse(item);
        if (found.success && found.data['@type'].some((type) => isArticle.test(type)))
          return dataOf(found.data);
        if ('@graph' in item) queue.push(item['@graph']);
        if ('mainEntity' in item) queue.push(item.mainEntity);
      }
    }
  }
  return null;
}

function dataOf(item: z.infer<typeof Item>): StructuredData {
  return {
    headline: item.headline,
    authors: item.author?.length ? item.author : (item.creator ?? []),
    datePublished: item.datePublished,
    publisher: item.publisher?.[0],
    url: item.url,
    language: item.inLanguage,
    articleBody: item.articleBody,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) ?? {};
  } catch {
    try {
      // Line breaks inside of strings, the commonest fault of such data.
      return JSON.parse(json.replace(/\p{Cc}+/gu, ' ')) ?? {};
    } catch {
      return {};
    }
  }
}
