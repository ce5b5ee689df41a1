import { hashString } from '../hash.ts';
import { normalForm } from './normal-form.ts';

/** How many rows each table of spellings has; words that fall into the same row share it. */
const spellingRows = { suffix3: 3072, suffix2: 640, prefix3: 3072, shape: 512, suffix4: 4096 } as const;

/** Rows of all tables of spellings together; the rows of words come before them. */
export const allSpellingRows = Object.values(spellingRows).reduce((sum, rows) => sum + rows, 0);
/** How many rows stand for one word: its own, and one for each view of its spelling. */
export const featuresPerWord = 6;

/**
 * The rows of the table of vectors whose sum stands for a word: row of the word (0 when it is not known) and of its
 * endings, its beginning and its shape.
 * @param wordRow row of a word by its hash, 0 for one that is not known
 * @param words how many rows words have, row 0 included
 */
export function fillWordRows(
  form: string,
  wordRow: (hash: number) => number,
  words: number,
  into: Int32Array,
  at = 0,
): void {
  const normal = normalForm(form.length > 200 ? form.slice(0, 200) : form);
  const length = normal.length;
  const ending = (size: number) => hashString(normal, Math.max(0, length - size));
  let first = words;
  const row = (hash: number, rows: number) => {
    const place = first + (hash % rows);
    first += rows;
    return place;
  };
  into[at] = wordRow(hashString(normal));
  into[at + 1] = row(ending(3), spellingRows.suffix3);
  into[at + 2] = row(ending(2), spellingRows.suffix2);
  into[at + 3] = row(hashString(normal, 0, Math.min(3, length)), spellingRows.prefix3);
  into[at + 4] = row(hashString(shapeOf(form)), spellingRows.shape);
  into[at + 5] = row(ending(4), spellingRows.suffix4);
}

/** Kinds of letters in order, runs cut to three: "MiG-29" and "SuV-35" look alike. */
function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (const char of form.slice(0, 24)) {
    const kind = kindOf(char);
    run = kind === last ? run + 1 : 0;
    last = kind;
    if (run < 3) shape += kind;
  }
  return shape;
}

function kindOf(char: string): string {
  if (char >= 'a' && char <= 'z') return 'a';
  if (char >= 'A' && char <= 'Z') return 'A';
  if (char >= '0' && char <= '9') return '0';
  if (char.toLowerCase() !== char) return 'A';
  return char.toUpperCase() !== char ? 'a' : char;
}
