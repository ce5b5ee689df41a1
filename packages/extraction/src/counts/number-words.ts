const units: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const scales: Readonly<Record<string, number>> = { hundred: 100, thousand: 1_000, million: 1_000_000 };
/** What the contract gives for words that name no number. */
const vague: Readonly<Record<string, number>> = {
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2_000,
  several: 3,
  few: 3,
  couple: 2,
  tens: 20,
  handful: 3,
};

export interface NumberValue {
  value: number;
  vague: boolean;
  /** Number of tokens it takes. */
  length: number;
}

/** The number that begins at a token: "13", "1,200", "twenty - five", "two thousand", "dozens", "tens of thousands", "a dozen". */
export function numberAt(words: readonly string[], at: number): NumberValue | null {
  const word = words[at] ?? '';
  const digits = digitsOf(word);
  if (digits !== null) return withScale(words, at, digits, 1);
  if (word === 'dozen') return { value: 12, vague: false, length: 1 };
  const whole = vague[word];
  if (whole !== undefined) return vagueAt(words, at, word, whole);
  if (word === 'one' && words[at - 1] === 'no') return null;
  const unit = units[word];
  if (unit === undefined)
    return scales[word] !== undefined && (words[at - 1] === 'a' || words[at - 1] === 'an')
      ? { value: scales[word] ?? 0, vague: false, length: 1 }
      : null;
  if (unit >= 20 && words[at + 1] === '-' && (units[words[at + 2] ?? ''] ?? 99) < 10)
    return withScale(words, at, unit + (units[words[at + 2] ?? ''] ?? 0), 3);
  return withScale(words, at, unit, 1);
}

function vagueAt(words: readonly string[], at: number, word: string, whole: number): NumberValue | null {
  if (word === 'few' || word === 'couple' || word === 'handful')
    return words[at - 1] === 'a' ? { value: whole, vague: true, length: 1 } : null;
  const multiple =
    words[at + 1] === 'of'
      ? { thousands: 1_000, hundreds: 100, millions: 1_000_000 }[words[at + 2] ?? '']
      : undefined;
  if (multiple)
    return {
      value: word === 'tens' ? 20 * multiple : (whole === 24 ? 24 : whole) * multiple,
      vague: true,
      length: 3,
    };
  return word === 'tens' ? null : { value: whole, vague: true, length: 1 };
}

function withScale(words: readonly string[], at: number, value: number, length: number): NumberValue {
  const next = words[at + length] ?? '';
  const scale = scales[next] ?? (next === 'dozen' ? 12 : undefined);
  if (scale === undefined) return { value, vague: false, length };
  return { value: value * scale, vague: false, length: length + 1 };
}

/** The value of "13" or "1,200"; null for anything else, decimals and ten-digit numbers included. */
function digitsOf(word: string): number | null {
  if (!/^\d{1,9}$|^\d{1,3}(?:,\d{3}){1,2}$/u.test(word)) return null;
  return Number(word.replaceAll(',', ''));
}
