import type { TimeMention } from './time-mention.ts';

const twinJoints = new Set(['(', '/', ',', 'or', '-', '--', '–', '—', '[', ';']);

/** "at 8 a.m. (0400 GMT)": a clock time right after another gives the same instant; one without a date has the other's. */
export function linkTwins(source: string, mentions: readonly TimeMention[]): void {
  for (let i = 1; i < mentions.length; i++) {
    const first = mentions[i - 1] as TimeMention;
    const second = mentions[i] as TimeMention;
    if (!first.clock || !second.clock || second.start - first.end > 6) continue;
    const gap = source.slice(first.end, second.start).trim();
    if (!gap.split(/\s+/u).every((joint) => twinJoints.has(joint)) || gap === '-') continue;
    first.twin = i;
    second.twin = i - 1;
    const next = mentions[i + 1];
    const follows =
      next && !next.clock && /^\s?\)?[\s,]{0,2}(?:on )?$/u.test(source.slice(second.end, next.start));
    const shared = first.date ?? second.date ?? (follows ? next.date : undefined);
    for (const one of [first, second]) {
      one.ahead = first.ahead || second.ahead;
      if (one.date || !shared) continue;
      one.date = shared;
      if (first.date !== shared || second.date !== shared || one === second) one.borrowed = true;
    }
  }
}
