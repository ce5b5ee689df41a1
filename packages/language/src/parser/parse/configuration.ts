/** The three moves of the arc-hybrid system (Kuhlmann et al. 2011). */
export const shift = 0;
export const left = 1;
export const right = 2;

/**
 * A parser's state over `count` tokens: a stack, the next token, and the arcs made so far. Token number `count` is the
 * root, which stands at the end of the buffer (Ballesteros & Nivre 2013). Arrays have room for the longest sentence.
 */
export class Configuration {
  count = 0;
  next = 0;
  /** Index of the top of the stack; -1 when it is empty. */
  top = -1;
  stack = new Int32Array(0);
  head = new Int32Array(0);
  label = new Int32Array(0);
  /** The two children last attached on each side, the outermost first; -1 for none. */
  left1 = new Int32Array(0);
  left2 = new Int32Array(0);
  right1 = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  /** Which labels the children on a side have, one bit a label (modulo 32). */
  leftLabels = new Uint32Array(0);
  rightLabels = new Uint32Array(0);

  start(count: number): void {
    if (this.stack.length < count + 1) this.grow(count * 2 + 64);
    this.count = count;
    this.next = 0;
    this.top = -1;
    for (const links of [this.head, this.left1, this.left2, this.right1, this.right2])
      links.fill(-1, 0, count + 1);
    for (const sums of [this.label, this.leftCount, this.rightCount]) sums.fill(0, 0, count + 1);
    this.leftLabels.fill(0, 0, count + 1);
    this.rightLabels.fill(0, 0, count + 1);
  }

  private grow(room: number): void {
    for (const name of [
      'stack',
      'head',
      'label',
      'left1',
      'left2',
      'right1',
      'right2',
      'leftCount',
      'rightCount',
    ] as const) {
      this[name] = new Int32Array(room);
    }
    this.leftLabels = new Uint32Array(room);
    this.rightLabels = new Uint32Array(room);
  }

  get done(): boolean {
    return this.next === this.count && this.top < 0;
  }

  /** The moves allowed now, one bit each. Only the last word on the stack may go to the root: one root a tree. */
  get allowed(): number {
    let moves = 0;
    if (this.next < this.count) moves |= 1 << shift;
    if (this.top >= 0 && (this.next < this.count || this.top === 0)) moves |= 1 << left;
    if (this.top >= 1) moves |= 1 << right;
    return moves;
  }

  /** The token at a depth of the stack, 0 being the top; -1 when it is not so deep. */
  onStack(depth: number): number {
    return this.top >= depth ? (this.stack[this.top - depth] as number) : -1;
  }

  /** The head that a move would give to the top of the stack. */
  headBy(move: number): number {
    return move === left ? this.next : this.onStack(1);
  }

  shift(): void {
    this.stack[++this.top] = this.next++;
  }

  /** Takes the top off the stack and hangs it under its head by `left` or `right`. */
  attach(move: number, label: number): void {
    const head = this.headBy(move);
    const child = this.stack[this.top--] as number;
    this.head[child] = head;
    this.label[child] = label;
    const bit = 1 << (label & 31);
    if (move === left) {
      this.left2[head] = this.left1[head] as number;
      this.left1[head] = child;
      this.leftCount[head] = (this.leftCount[head] as number) + 1;
      this.leftLabels[head] = (this.leftLabels[head] as number) | bit;
    } else {
      this.right2[head] = this.right1[head] as number;
      this.right1[head] = child;
      this.rightCount[head] = (this.rightCount[head] as number) + 1;
      this.rightLabels[head] = (this.rightLabels[head] as number) | bit;
    }
  }
}
