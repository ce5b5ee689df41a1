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

let seen = new Int32Array(0);

/** Whether from each word the way up ends at the root. */
function isTree(heads: Int32Array, count: number): boolean {
  if (seen.length < count) seen = new Int32Array(count);
  else seen.fill(0, 0, count);
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

/** What an arc into the top word is worth: there is none in the tree. */
const never = -1e9;

/**
 * For a vertex and a head outside of it: what the best arc is worth, and the word that it gives a head. One room for all
 * sentences, which grows to that of the longest (160 words: 0.6 MB); what it holds before is of no meaning.
 */
let arcs = { weight: new Float64Array(0), into: new Int32Array(0) };
function arcsFor(room: number): typeof arcs {
  if (arcs.into.length < room) arcs = { weight: new Float64Array(room), into: new Int32Array(room) };
  return arcs;
}

/**
 * The best tree whose top word is `root`, in time quadratic in the number of words (Gabow et al. 1986): a path grows from
 * word to best head; where it meets itself, the circle becomes one vertex; what was shrunk is opened again from the root.
 */
function treeUnder(root: number, scores: Float32Array, count: number, stride: number): Int32Array {
  const most = 2 * count;
  const { weight, into } = arcsFor(most * count);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      into[i * count + j] = i;
      weight[i * count + j] =
        i === j ? Number.NEGATIVE_INFINITY : i === root ? never : (scores[i * stride + j] as number);
    }
  const chosen = { head: new Int32Array(most), word: new Int32Array(most), weight: new Float64Array(most) };
  const above = new Int32Array(most).fill(-1);
  const below: number[][] = [];
  const vertexOf = Int32Array.from({ length: count }, (_, i) => i);
  const isOnPath = new Uint8Array(most);
  const path = [root];
  isOnPath[root] = 1;
  let vertices = count;
  for (;;) {
    const vertex = path.at(-1) as number;
    const row = vertex * count;
    let head = -1;
    for (let j = 0; j < count; j++)
      if (
        vertexOf[j] !== vertex &&
        (head < 0 || (weight[row + j] as number) > (weight[row + head] as number))
      )
        head = j;
    if (head < 0) break;
    chosen.head[vertex] = head;
    chosen.word[vertex] = into[row + head] as number;
    chosen.weight[vertex] = weight[row + head] as number;
    const next = vertexOf[head] as number;
    if (isOnPath[next]) path.push(shrink(next));
    else path.push(next);
    isOnPath[path.at(-1) as number] = 1;
  }

  /** Makes one vertex of the path from `first` on. */
  function shrink(first: number): number {
    const whole = vertices++;
    weight.fill(Number.NEGATIVE_INFINITY, whole * count, (whole + 1) * count);
    into.fill(0, whole * count, (whole + 1) * count);
    const members: number[] = [];
    below[whole] = members;
    for (let member = -1; member !== first; ) {
      member = path.pop() as number;
      members.push(member);
      above[member] = whole;
      for (let j = 0; j < count; j++) {
        const gain = (weight[member * count + j] as number) - (chosen.weight[member] as number);
        if (gain <= (weight[whole * count + j] as number)) continue;
        weight[whole * count + j] = gain;
        into[whole * count + j] = into[member * count + j] as number;
      }
    }
    for (let j = 0; j < count; j++) if (above[vertexOf[j] as number] === whole) vertexOf[j] = whole;
    return whole;
  }

  const heads = new Int32Array(count).fill(-1);
  const entered = [root];
  while (entered.length > 0) {
    // All that was shrunk around this word opens; each other part is entered by the arc that was chosen for it.
    let inner = entered.pop() as number;
    for (let outer = above[inner] as number; outer >= 0; ) {
      for (const part of below[outer] as number[]) {
        above[part] = -1;
        if (part === inner) continue;
        heads[chosen.word[part] as number] = chosen.head[part] as number;
        entered.push(chosen.word[part] as number);
      }
      inner = outer;
      outer = above[inner] as number;
    }
  }
  return heads;
}
