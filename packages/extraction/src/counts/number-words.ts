const units = new Map<string, number>();
for (const [
  index,
  word,
] of 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  .split(' ')
  .entries())
  units.set(word, index + 1);
for (const [index, word] of 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').entries())
  units.set(word, (index + 2) * 10);

const scales = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['dozen', 12],
  ['score', 20],
]);

/** What the contract gives for words that name no number. */
const vague = new Map([
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2_000],
  ['millions', 2_000_000],
  ['several', 3],
  ['few', 3],
  ['couple', 2],
  ['tens', 20],
  ['handful', 3],
]);
const multiples = new Map([
  ['hundreds', 100],
  ['thousands', 1_000],
  ['millions', 1_000_000],
]);

export interface NumberValue {
  value: number;
  vague: boolean;
  /** Number of tokens it takes. */
  length: number;
}

/** Larger numbers are no counts of people. */
const mostPeople = 2_000_000_000;

const zero = 48;
const nine = 57;

/** Whether a number may begin with the word; cheap, for a first look at every token. */
export function mayBeNumber(word: string): boolean {
  const initial = word.charCodeAt(0);
  return (
    (initial >= zero && initial <= nine) ||
    units.has(word) ||
    vague.has(word) ||
    scales.has(word) ||
    word === 'half' ||
    word === 'both'
  );
}

/**
 * The number that begins at a word: "13", "1,200", "twenty - five", "two thousand", "1.2 million", "half a dozen", "dozens",
 * "tens of thousands", "a dozen" (at "dozen"). Null for ordinals, decimals without a scale, and what only looks like one.
 */
export function numberAt(words: readonly string[], at: number): NumberValue | null {
  const word = words[at] ?? '';
  const initial = word.charCodeAt(0);
  if (initial >= zero && initial <= nine) return digitsAt(words, at, word);
  const whole = vague.get(word);
  if (whole !== undefined) return vagueAt(words, at, word, whole);
  if (word === 'both') return { value: 2, vague: false, length: 1 };
  if (word === 'half') return halfAt(words, at);
  const scale = scales.get(word);
  if (scale !== undefined) {
    const bare =
      word === 'dozen' || words[at - 1] === 'a' || words[at - 1] === 'an' || words[at - 1] === 'several';
    return bare && word !== 'score' ? { value: scale, vague: false, length: 1 } : null;
  }
  return unitsAt(words, at, word);
}

function unitsAt(words: readonly string[], at: number, word: string): NumberValue | null {
  const unit = units.get(word);
  if (unit === undefined || (word === 'one' && words[at - 1] === 'no')) return null;
  const hyphen = words[at + 1] === '-' ? 1 : 0;
  const small = units.get(words[at + 1 + hyphen] ?? '');
  if (unit >= 20 && small !== undefined && small < 10) return withScale(words, at, unit + small, 2 + hyphen);
  return withScale(words, at, unit, 1);
}

function vagueAt(words: readonly string[], at: number, word: string, whole: number): NumberValue | null {
  if (word === 'few' || word === 'couple' || word === 'handful')
    return words[at - 1] === 'a' ? { value: whole, vague: true, length: 1 } : null;
  const multiple = words[at + 1] === 'of' ? multiples.get(words[at + 2] ?? '') : undefined;
  if (multiple) return { value: (word === 'tens' ? 20 : whole) * multiple, vague: true, length: 3 };
  const scale = word === 'several' ? scales.get(words[at + 1] ?? '') : undefined;
  if (scale) return { value: 3 * scale, vague: true, length: 2 };
  return word === 'tens' ? null : { value: whole, vague: true, length: 1 };
}

/** "half a dozen", "half a million". */
function halfAt(words: readonly string[], at: number): NumberValue | null {
  const article = words[at + 1] === 'a' || words[at + 1] === '-' ? 1 : 0;
  const scale = scales.get(words[at + 1 + article] ?? '');
  return scale && scale > 2 ? { value: scale / 2, vague: false, length: 2 + article } : null;
}

function digitsAt(words: readonly string[], at: number, word: string): NumberValue | null {
  const digits = digitsOf(word);
  if (digits !== null) return withScale(words, at, digits, 1);
  const decimal = /^\d{1,3}\.\d{1,2}$/u.test(word) ? scales.get(words[at + 1] ?? '') : undefined;
  return decimal && decimal > 100
    ? { value: Math.round(Number(word) * decimal), vague: false, length: 2 }
    : null;
}

/** "two hundred and fifty", "3 million", "two hundred thousand". */
function withScale(words: readonly string[], at: number, value: number, length: number): NumberValue | null {
  if (words[at + length] === 'and' && words[at + length + 1] === 'a' && words[at + length + 2] === 'half') {
    const half = scales.get(words[at + length + 3] ?? '');
    if (half) return { value: (value + 0.5) * half, vague: false, length: length + 4 };
  }
  const hyphen = words[at + length] === '-' ? 1 : 0;
  const scale = scales.get(words[at + length + hyphen] ?? '');
  if (scale === undefined) return value <= mostPeople ? { value, vague: false, length } : null;
  let total = value * scale;
  let taken = length + hyphen + 1;
  const more = scales.get(words[at + taken] ?? '');
  if (scale === 100 && more && more > 100) {
    total *= more;
    taken++;
  }
  const and = words[at + taken] === 'and' ? 1 : 0;
  const rest = units.get(words[at + taken + and] ?? '');
  if (scale === 100 && !more && rest !== undefined && (and === 1 || rest >= 20)) {
    const hyphened =
      words[at + taken + and + 1] === '-' ? (units.get(words[at + taken + and + 2] ?? '') ?? 0) : 0;
    const small = rest >= 20 && hyphened > 0 && hyphened < 10;
    total += rest + (small ? hyphened : 0);
    taken += and + (small ? 3 : 1);
  }
  return total <= mostPeople ? { value: total, vague: false, length: taken } : null;
}

/** The value of "13", "1,200", "1.200.000" or "1200+"; null for anything else, decimals and ten-digit numbers included. */
function digitsOf(word: string): number | null {
  if (word.length > 13) return null;
  if (!/^\d{1,9}$|^\d{1,3}(?:,\d{3}){1,3}$|^\d{1,3}(?:\.\d{3}){2}$/u.test(word)) return null;
  return Number(word.replaceAll(/[,.]/gu, ''));
}

/** "40 to 60 thousand": the first of a range shares the thousands of the second. */
export function sharedScale(first: number, second: number, lastWord: string): number {
  const scale = lastWord === 'thousand' ? 1000 : lastWord === 'million' ? 1_000_000 : 1;
  return first * scale < second ? first * scale : first;
}
