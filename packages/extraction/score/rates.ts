/** Counts of right finds, false finds and misses, with precision, recall and F1. */
export class Rates {
  tp = 0;
  fp = 0;
  fn = 0;

  get precision(): number {
    return this.tp + this.fp === 0 ? 0 : this.tp / (this.tp + this.fp);
  }

  get recall(): number {
    return this.tp + this.fn === 0 ? 0 : this.tp / (this.tp + this.fn);
  }

  get f1(): number {
    const sum = this.precision + this.recall;
    return sum === 0 ? 0 : (2 * this.precision * this.recall) / sum;
  }

  /** One line of a scorecard. */
  line(name: string): string {
    const [p, r, f] = [this.precision, this.recall, this.f1].map((value) => value.toFixed(2));
    return `  ${name.padEnd(22)} P ${p} R ${r} F1 ${f}  (tp ${this.tp} fp ${this.fp} fn ${this.fn})`;
  }
}

/** How often an answer was right, of how many. */
export class Share {
  right = 0;
  all = 0;

  add(isRight: boolean): void {
    this.all += 1;
    if (isRight) this.right += 1;
  }

  get value(): number {
    return this.all === 0 ? 0 : this.right / this.all;
  }

  /** One line of a scorecard. */
  line(name: string): string {
    return `  ${name.padEnd(22)} ${this.right}/${this.all} = ${this.value.toFixed(3)}`;
  }
}

/** The entry of a map, made when it is not there. */
export function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const old = map.get(key);
  if (old !== undefined) return old;
  const made = make();
  map.set(key, made);
  return made;
}
