import type { CoverageDay } from '@trucewatch/schema';
import { dayOf } from '../range.ts';
import { publishedOf, type Told } from '../told.ts';

/** How many articles of a conflict came out on each UTC day, and of how many independent publishers. */
export class Coverage {
  private readonly days = new Map<string, Map<string, number>>();

  /** Counts an article, by what it tells of the conflict, or takes it out again. One without a date is not counted. */
  count(told: readonly Told[], times: 1 | -1): void {
    const published = publishedOf(told);
    const article = told[0]?.article;
    if (!article || !Number.isFinite(published)) return;
    const day = dayOf(published);
    const families = this.days.get(day) ?? new Map<string, number>();
    const family = article.family ?? article.source ?? article.id;
    const count = (families.get(family) ?? 0) + times;
    if (count > 0) families.set(family, count);
    else families.delete(family);
    if (families.size > 0) this.days.set(day, families);
    else this.days.delete(day);
  }

  articlesOn(day: string): number {
    let sum = 0;
    for (const count of this.days.get(day)?.values() ?? []) sum += count;
    return sum;
  }

  /** In order of days; a day without an article is left out. */
  series(): CoverageDay[] {
    return [...this.days.keys()].sort().map((day) => ({
      day,
      articles: this.articlesOn(day),
      families: this.days.get(day)?.size ?? 0,
    }));
  }
}
