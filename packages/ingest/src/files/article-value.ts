import * as z from 'zod';
import { publicationTime } from '../published.ts';
import type { Paste } from '../read-paste.ts';
import type { Withdrawal } from './candidate.ts';
import { isNinjs, readNinjs } from './ninjs.ts';

/** The names under which data hold a field, ours first. Case, spaces, `_` and `-` make no difference. */
const names = {
  id: ['id'],
  text: ['text', 'body', 'content', 'article', 'articlebody', 'fulltext', 'bodytext'],
  title: ['title', 'headline'],
  publishedAt: [
    'publishedat',
    'published',
    'date',
    'datepublished',
    'pubdate',
    'publicationdate',
    'publishdate',
  ],
  source: ['source', 'publisher', 'outlet', 'newspaper'],
  url: ['url', 'link', 'address', 'canonicalurl'],
  language: ['language', 'lang'],
  byline: ['byline', 'author', 'authors'],
  replaces: ['replaces'],
  withdrawn: ['withdrawn'],
} as const satisfies Partial<Record<keyof Paste, readonly string[]>>;

const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');
const fields = new Map<string, string>(
  Object.entries(names).flatMap(([field, all]) => all.map((name) => [name, field] as const)),
);

/** Which of our fields a column or key is; undefined for those that are not read. */
export function fieldOf(name: string): string | undefined {
  return fields.get(plain(name));
}

const Value = z.record(z.string(), z.unknown());
const Text = z.string();
const Id = z.union([z.string(), z.number().transform(String)]);

/** Other ways of writing a time than ISO's; a time without its zone is left for the reader, who says what to add. */
function timeIn(written: string | null): string | null {
  return written === null || /^\s*\d{4}-\d\d-\d\d/.test(written)
    ? written
    : (publicationTime(written) ?? written);
}

/** What a row of data is: an article, a withdrawal, or a sentence that says why it is neither. */
export async function articleValue(
  value: unknown,
): Promise<{ article: Paste } | { withdraws: Withdrawal } | { refused: string }> {
  const record = Value.safeParse(value);
  if (!record.success || Array.isArray(value)) {
    return {
      refused:
        'It is no article: an article is an object with a text, such as {"text":"…","publishedAt":"2020-10-17T22:30:00Z"}.',
    };
  }
  if (isNinjs(record.data)) return readNinjs(record.data);
  const article: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(record.data)) {
    const field = fieldOf(name);
    // The first name wins: data that hold both `text` and `body` mean the former.
    if (field !== undefined && (article[field] === undefined || plain(name) === plain(field)))
      article[field] = content;
  }
  if (article.text === undefined)
    return {
      refused: `There is no text in it: name the field “text”. It has ${Object.keys(record.data).slice(0, 12).join(', ') || 'no fields'}.`,
    };
  for (const [field, content] of Object.entries(article)) {
    if (field === 'withdrawn') continue;
    const parsed = (field === 'id' ? Id : Text.nullable()).safeParse(
      field === 'byline' && Array.isArray(content) ? content.join(', ') : content,
    );
    if (!parsed.success) return { refused: `${field}: it is no text.` };
    article[field] = field === 'publishedAt' ? timeIn(parsed.data) : parsed.data;
  }
  return { article: article as unknown as Paste };
}
