import { lowest } from '../lowest.ts';
import { inOrder, type Told } from '../told.ts';

/** Up to so many events are put in one by one; more are sorted in at once. */
const fewAtOnce = 64;

/** Events in order of happening. */
export class SortedTold {
  private sorted: Told[] = [];
  private fresh: Told[] = [];

  add(told: readonly Told[]): void {
    this.fresh.push(...told);
  }

  remove(told: readonly Told[]): void {
    const { list } = this;
    for (const one of told) list.splice(placeOf(list, one), 1);
  }

  get list(): Told[] {
    if (this.fresh.length > fewAtOnce)
      this.sorted = [...this.sorted, ...this.fresh.sort(inOrder)].sort(inOrder);
    else for (const one of this.fresh) this.sorted.splice(placeOf(this.sorted, one), 0, one);
    this.fresh = [];
    return this.sorted;
  }

  /** The first event at an instant (epoch milliseconds UTC) or later that the test holds for. */
  firstSince(from: number, holds: (one: Told) => boolean): Told | undefined {
    const { list } = this;
    for (let place = lowest(list, ({ at }) => (at ?? Infinity) >= from); place < list.length; place++) {
      const one = list[place] as Told;
      if (one.at === null) return undefined;
      if (holds(one)) return one;
    }
    return undefined;
  }
}

function placeOf(list: readonly Told[], one: Told): number {
  return lowest(list, (other) => inOrder(other, one) >= 0);
}
