const pairs = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['"', '"'],
  ['``', "''"],
]);

/**
 * Hangs punctuation where the guidelines of Universal Dependencies put it, which follows from the rest of the tree:
 * brackets and quotation marks under the head of what they enclose, other marks under the highest word of the unit that
 * they set off. Changes `heads` in place; -1 is the root. Linear but for very deep trees.
 */
export function attachPunctuation(forms: readonly string[], heads: Int32Array, isMark: Uint8Array): void {
  const count = forms.length;
  const partner = pairsOf(forms, isMark);
  const keeps = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    // A mark with words under it, or that is the root, stays where it is: moving it could close a circle.
    const head = heads[i] as number;
    if (head < 0) keeps[i] = 1;
    else keeps[head] = 1;
  }
  for (let i = 0; i < count; i++) {
    if (!isMark[i] || keeps[i]) continue;
    const closing = partner[i] as number;
    if (closing > i) {
      const inner = headOfSpan(heads, isMark, i + 1, closing);
      if (inner >= 0) {
        heads[i] = inner;
        if (!keeps[closing]) heads[closing] = inner;
      }
    }
  }
  for (let i = 0; i < count; i++) {
    if (!isMark[i] || keeps[i] || (partner[i] as number) >= 0) continue;
    const head = unitOf(forms, heads, isMark, i);
    if (head >= 0) heads[i] = head;
  }
}

function pairsOf(forms: readonly string[], isMark: Uint8Array): Int32Array {
  const partner = new Int32Array(forms.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < forms.length; i++) {
    if (!isMark[i]) continue;
    const form = forms[i] as string;
    let depth = open.length - 1;
    while (
      depth >= 0 &&
      depth >= open.length - 4 &&
      pairs.get(forms[open[depth] as number] as string) !== form
    )
      depth--;
    if (depth >= 0 && depth >= open.length - 4) {
      partner[open[depth] as number] = i;
      partner[i] = open[depth] as number;
      open.length = depth;
    } else if (pairs.has(form)) open.push(i);
  }
  return partner;
}

/** The only word between two marks whose head lies outside of them; -1 when there is none, or several. */
function headOfSpan(heads: Int32Array, isMark: Uint8Array, from: number, to: number): number {
  let found = -1;
  for (let i = from; i < to; i++) {
    const head = heads[i] as number;
    if (isMark[i] || (head >= from && head < to)) continue;
    if (found >= 0) return -1;
    found = i;
  }
  return found;
}

/** The highest word of the unit that a mark ends or begins. */
function unitOf(forms: readonly string[], heads: Int32Array, isMark: Uint8Array, mark: number): number {
  let last = mark - 1;
  while (last >= 0 && isMark[last]) last--;
  let after = mark + 1;
  while (after < heads.length && isMark[after]) after++;
  let before = last;
  if (before >= 0)
    while ((heads[before] as number) >= 0 && (heads[before] as number) < mark)
      before = heads[before] as number;
  if (after >= heads.length) return before;
  while ((heads[after] as number) > mark) after = heads[after] as number;
  if (before < 0) return after;
  if ((heads[after] as number) >= 0 && isUnder(heads, after, before)) return after;
  // A comma on its left opened a unit that ends here: this one closes it.
  if (setOff.has(forms[mark] as string)) {
    for (let word = last; word !== before; word = heads[word] as number)
      if (hasMarkBefore(forms, heads, word)) return word;
  }
  return (heads[before] as number) > mark ? before : after;
}

/** Marks that stand on both sides of what they set off. */
const setOff = new Set([',', '–', '—', '--']);

function hasMarkBefore(forms: readonly string[], heads: Int32Array, word: number): boolean {
  for (let i = word - 1; i >= 0 && i > word - 12; i--)
    if (heads[i] === word && setOff.has(forms[i] as string)) return true;
  return false;
}

function isUnder(heads: Int32Array, word: number, above: number): boolean {
  let at = word;
  for (let steps = 0; at >= 0 && steps < 100; steps++) {
    if (at === above) return true;
    at = heads[at] as number;
  }
  return false;
}
