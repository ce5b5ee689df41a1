import type { Segment } from './segments.ts';

/** One node of a text with marks. As a flat list it can be laid out without white space creeping in between. */
export type TextToken =
  | { kind: 'text'; key: string; text: string }
  | { kind: 'mark'; key: string; text: string; eventIds: string[] }
  | { kind: 'anchor'; key: string; eventId: string }
  | { kind: 'number'; key: string; eventId: string; number: number };

/**
 * Turns the paragraphs of a text into nodes: before the first words of an event its anchor, after the last ones the
 * event's number, counted by `order`. With no order there are no numbers.
 */
export function textTokens(paragraphs: readonly Segment[][], order: readonly string[]): TextToken[][] {
  const all = paragraphs.flat();
  const starts = (segments: Segment[]) =>
    new Map(segments.flatMap(({ start, eventIds }) => eventIds.map((id) => [id, start] as const)));
  const first = starts(all.toReversed());
  const last = starts(all);
  return paragraphs.map((paragraph) =>
    paragraph.flatMap(({ start, text, eventIds }): TextToken[] => {
      if (eventIds.length === 0) return [{ kind: 'text', key: `text-${start}`, text }];
      const opening = eventIds.filter((id) => first.get(id) === start);
      const closing = eventIds.filter((id) => last.get(id) === start && order.includes(id));
      return [
        ...opening.map((eventId) => ({ kind: 'anchor' as const, key: `anchor-${eventId}`, eventId })),
        { kind: 'mark', key: `mark-${start}`, text, eventIds },
        ...closing.map((eventId) => ({
          kind: 'number' as const,
          key: `number-${eventId}`,
          eventId,
          number: order.indexOf(eventId) + 1,
        })),
      ];
    }),
  );
}
