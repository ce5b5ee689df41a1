import type { Conflict, Event } from '@trucewatch/schema';
import type { StoredReport } from '@trucewatch/store';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventsPage } from './conflicts.ts';

/** A conflict of articles with so many events each, and one event in each that is of another conflict. */
function told(counts: readonly number[]) {
  const reports = new Map<string, StoredReport>();
  const events: { articleId: string; eventId: string }[] = [];
  counts.forEach((count, number) => {
    const id = `a${number}`;
    const own = Array.from({ length: count }, (_, index) => ({ id: `e${index}` }) as Event);
    const other = { id: 'other' } as Event;
    const report = { article: { id }, ordinal: number * 3 + 1, events: [other, ...own] };
    reports.set(id, report as unknown as StoredReport);
    for (const event of own) events.push({ articleId: id, eventId: event.id });
  });
  // As they happened, which is not as they arrived.
  return { conflict: { events: events.toReversed() } as Conflict, reports };
}

it('gives every event of the conflict once, in the order of arrival, however the pages are cut', () => {
  const counts = fc.array(fc.nat(5), { maxLength: 8 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 7 }), (each, limit) => {
      const { conflict, reports } = told(each);
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = eventsPage(conflict, reports, { after, limit }, 'http://x');
        expect(page.events.length).toBeLessThanOrEqual(limit);
        seen.push(...page.events.map(({ article, event }) => `${article.id} ${event.id}`));
        after = page.next ?? undefined;
      } while (after);
      expect(seen).toEqual(
        each.flatMap((count, number) => Array.from({ length: count }, (_, index) => `a${number} e${index}`)),
      );
    }),
  );
});
