/**
 * The heads of the best tree: greedy where the best heads already make one, else by Chu and Liu's and Edmonds's algorithm.
 * @param scores row `i`, column `j`: how good word `j` is as the head of word `i`; the last column stands for the root
 * @param stride numbers from one row to the next
 * @param heads gets the head of each word; −1 for the only word that hangs on the root
 */
export function bestTree(scores: Float32Array, count: number, stride: number, heads: Int32Array): void {
  let roots = 0;
  for (let i = 0; i < count; i++) {
    const head = bestHead(scores, count, stride, i);
    heads[i] = head === count ? -1 : head;
    if (head === count) roots++;
  }
  if (roots === 1 && isTree(heads, count)) return;
  const candidates: number[] = [];
  if (roots > 0) for (let i = 0; i < count; i++) if (heads[i] === -1) candidates.push(i);
  if (candidates.length === 0) candidates.push(bestRoot(scores, count, stride));
  // Long sentences with many tops are no sentences: the likeliest top is good enough for them.
  const most = count > 80 ? 1 : 3;
  if (candidates.length > most) {
    candidates.sort((a, b) => rootScore(scores, stride, count, b) - rootScore(scores, stride, count, a));
    candidates.length = most;
  }
  let best = Number.NEGATIVE_INFINITY;
  for (const root of candidates) {
    const found = treeUnder(root, scores, count, stride);
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const head = found[i] as number;
      sum += scores[i * stride + (head < 0 ? count : head)] as number;
    }
    if (sum > best) {
      best = sum;
      heads.set(found);
    }
  }
}

const rootScore = (scores: Float32Array, stride: number, count: number, i: number) =>
  scores[i * stride + count] as number;

/** Where no word prefers the root: the one that loses least by it. */
function bestRoot(scores: Float32Array, count: number, stride: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const loss =
      (scores[i * stride + bestHead(scores, count, stride, i)] as number) -
      rootScore(scores, stride, count, i);
    if (loss < least) {
      least = loss;
      best = i;
    }
  }
  return best;
}

function bestHead(scores: Float32Array, count: number, stride: number, i: number): number {
  const row = i * stride;
  let best = count;
  let top = scores[row + count] as number;
  for (let j = 0; j < count; j++) {
    const score = scores[row + j] as number;
    if (score > top && j !== i) {
      top = score;
      best = j;
    }
  }
  return best;
}

/** Whether from each word the way up ends at the root. */
function isTree(heads: Int32Array, count: number): boolean {
  const seen = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    let at = i;
    while (at >= 0 && seen[at] === 0) {
      seen[at] = i + 1;
      at = heads[at] as number;
    }
    if (at >= 0 && seen[at] === i + 1) return false;
  }
  return true;
}

/** The best tree whose top word is `root`. */
function treeUnder(root: number, scores: Float32Array, count: number, stride: number): Int32Array {
  const weight = new Float64Array(count * count);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) weight[i * count + j] = scores[i * stride + j] as number;
  return arborescence(weight, count, root);
}

/** Each word takes its best head; the circles that this makes are shrunk into one word each, the rest solved, and opened where they are entered. */
function arborescence(weight: Float64Array, count: number, root: number): Int32Array {
  const heads = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    if (i === root) continue;
    let best = -1;
    for (let j = 0; j < count; j++)
      if (j !== i && (best < 0 || (weight[i * count + j] as number) > (weight[i * count + best] as number)))
        best = j;
    heads[i] = best;
  }
  /** The word of the smaller graph in which a word lies. */
  const group = new Int32Array(count).fill(-1);
  const circles = circlesIn(heads);
  if (circles.length === 0) return heads;
  let size = 0;
  for (const circle of circles) {
    for (const word of circle) group[word] = size;
    size++;
  }
  const isCircle = size;
  for (let i = 0; i < count; i++) if (group[i] === -1) group[i] = size++;
  const smaller = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  /** For an arc of the smaller graph: the word that gets a head, and the head. */
  const dependent = new Int32Array(size * size);
  const above = new Int32Array(size * size);
  for (let i = 0; i < count; i++) {
    const own = group[i] as number;
    const given = own < isCircle ? (weight[i * count + (heads[i] as number)] as number) : 0;
    for (let j = 0; j < count; j++) {
      const other = group[j] as number;
      if (own === other) continue;
      const gain = (weight[i * count + j] as number) - given;
      const cell = own * size + other;
      if (gain <= (smaller[cell] as number)) continue;
      smaller[cell] = gain;
      dependent[cell] = i;
      above[cell] = j;
    }
  }
  const solved = arborescence(smaller, size, group[root] as number);
  for (let own = 0; own < size; own++) {
    const other = solved[own] as number;
    if (other >= 0) heads[dependent[own * size + other] as number] = above[own * size + other] as number;
  }
  return heads;
}

function circlesIn(heads: Int32Array): number[][] {
  const circles: number[][] = [];
  const seen = new Int32Array(heads.length);
  for (let i = 0; i < heads.length; i++) {
    let at = i;
    while (at >= 0 && seen[at] === 0) {
      seen[at] = i + 1;
      at = heads[at] as number;
    }
    if (at < 0 || seen[at] !== i + 1) continue;
    const circle = [at];
    for (let next = heads[at] as number; next !== at; next = heads[next] as number) circle.push(next);
    circles.push(circle);
  }
  return circles;
}
