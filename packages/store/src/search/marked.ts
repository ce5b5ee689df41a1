import { sql } from 'kysely';
import * as z from 'zod';

/** A piece of a text, and whether the query found it. */
export interface Piece {
  text: string;
  isHit: boolean;
}

// Of the private use area, and taken out of the text before: what stands between them was put there by PostgreSQL.
const start = '\uE000';
const end = '\uE001';
/** Stands for `<`, because PostgreSQL drops what it takes for tags. */
const less = '\uE002';

/** The text with what the query found in it marked, in at most two passages; `whole` marks a title. */
export function headline(text: ReturnType<typeof sql>, query: ReturnType<typeof sql>, whole = false) {
  const marks = `StartSel=${start}, StopSel=${end}`;
  const options = whole
    ? `${marks}, HighlightAll=true`
    : `${marks}, MaxFragments=2, MinWords=10, MaxWords=28, FragmentDelimiter=" … "`;
  return sql`ts_headline('english', translate(${text}, ${`<${less}${start}${end}`}, ${less}), ${query}, ${options})`;
}

/** Reads what `headline` gives. Plain text: nothing in it is markup, whatever it looks like. */
export const Marked = z.string().transform((marked): Piece[] =>
  marked
    .replaceAll(less, '<')
    .split(start)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, isHit: false }];
      const [hit = '', ...rest] = part.split(end);
      return [
        { text: hit, isHit: true },
        { text: rest.join(''), isHit: false },
      ];
    })
    .filter(({ text }) => text !== ''),
);
