const totals = new Set(['toll', 'total', 'altogether', 'overall']);
const ofOneAttack = new Set(
  'attack blast explosion strike airstrike bombing shelling raid shooting crash ambush bomb missile rocket'.split(
    ' ',
  ),
);
const ofWar = new Set(
  'war conflict fighting clashes hostilities violence unrest crisis total overall altogether uprising rebellion insurgency military civilian'.split(
    ' ',
  ),
);
/** So far before the number the words of a total may stand. */
const reach = 14;

/**
 * Whether a number adds up what happened over a stretch of time: "since the war began", "so far", "bringing the total to",
 * "the war's toll". The toll of one attack is none.
 */
export function isCumulative(words: readonly string[], from: number, end: number, limit: number): boolean {
  for (let i = end + 1; i < limit; i++) {
    const word = words[i] ?? '';
    if (word === ';') break;
    if (isMarker(words, i)) return true;
  }
  for (let i = from - 1; i >= Math.max(0, from - reach); i--) {
    const word = words[i] ?? '';
    if (word === ';') return false;
    if (totals.has(word)) {
      const near = words.slice(Math.max(0, i - 6), i + 14);
      return !near.some((other) => ofOneAttack.has(other)) && near.some((other) => ofWar.has(other));
    }
    if (/^(?:bring|brings|bringing|brought)$/u.test(word) && words.slice(i, from).includes('number'))
      return true;
  }
  // "Since the war began, 450 people …", "So far 240 …": at the head of the sentence it holds for all that follows.
  for (let i = 0; i < Math.min(from, 6); i++) if (isMarker(words, i)) return true;
  return warKills(words, from);
}

/** "The conflict has claimed more than 40,000 lives": what a war does adds up over its days. */
function warKills(words: readonly string[], from: number): boolean {
  let verb = false;
  for (let i = from - 1; i >= Math.max(0, from - 8); i--) {
    const word = words[i] ?? '';
    if (/^[,;]$/u.test(word) || ofOneAttack.has(word)) return false;
    if (/^(?:claimed|killed|cost|displaced|uprooted|left|wounded)$/u.test(word)) verb = true;
    if (verb && /^(?:conflict|war|insurgency|uprising)$/u.test(word)) return true;
  }
  return false;
}

function isMarker(words: readonly string[], i: number): boolean {
  const word = words[i] ?? '';
  const next = words[i + 1] ?? '';
  return (
    (word === 'since' && !isSuperlative(words, i) && !isOfToday(words, i)) ||
    isLongStretch(words, i) ||
    (word === 'so' && next === 'far') ||
    (word === 'to' && next === 'date') ||
    (word === 'in' && next === 'total') ||
    (word === 'until' && next === 'now')
  );
}

/** "since early morning", "since midnight": what a day brought is no sum over many. */
function isOfToday(words: readonly string[], since: number): boolean {
  return /^(?:early|late|dawn|morning|midnight|midday|noon|last)$/u.test(words[since + 1] ?? '');
}

/** "this year", "over the past month", "in the last three years"; "earlier this year" dates one day. */
function isLongStretch(words: readonly string[], i: number): boolean {
  const word = words[i] ?? '';
  if (word === 'this') return words[i + 1] === 'year' && !/^(?:earlier|later)$/u.test(words[i - 1] ?? '');
  if (word !== 'over' && word !== 'in' && word !== 'during') return false;
  const past = words[i + 1] === 'the' ? i + 2 : i + 1;
  if (words[past] !== 'past' && !(words[past] === 'last' && past === i + 2)) return false;
  return [words[past + 1], words[past + 2]].some((unit) => /^(?:months?|years?)$/u.test(unit ?? ''));
}

/** "the heaviest fighting since the 1990s" compares, it adds up nothing. */
function isSuperlative(words: readonly string[], since: number): boolean {
  for (let i = since - 1; i >= Math.max(0, since - 6); i--)
    if (/^(?:most|worst|first|biggest|\p{L}{3,}est)$/u.test(words[i] ?? '')) return true;
  return false;
}
