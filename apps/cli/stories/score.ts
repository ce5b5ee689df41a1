import { extract } from '@trucewatch/extraction';
import type { Conflict, Timeline } from '@trucewatch/schema';
import { type Report, statusAt, timeline } from '@trucewatch/status';
import { judgeBreaches } from './judge-breaches.ts';
import { inWords, judgeCeasefires } from './judge-ceasefires.ts';
import { conflictLike, matchCeasefires } from './match.ts';
import type { Check } from './measures.ts';
import type { ExpectedConflict, Story } from './story.ts';
import { isWithin, stretches } from './times.ts';

/** Reads the articles of a story, makes its history as `timeline` does, and looks at everything that is expected of it. */
export function scoreStory(story: Story): Check[] {
  const reports = story.articles.map((article): Report => ({ article, events: extract(article).events }));
  const reading = new Map(reports.map(({ article, events }) => [article.id, events]));
  const { conflicts } = timeline(reports);
  const wanted = story.expected.conflicts.map((expected) => {
    const conflict = conflictLike(expected, conflicts);
    return { expected, conflict, pairs: matchCeasefires(expected, conflict?.ceasefires ?? [], story) };
  });
  const paired = new Set(wanted.flatMap(({ pairs }) => [...pairs.values()]));
  const ceasefires = conflicts.flatMap((conflict) => conflict.ceasefires);
  return [
    ...wanted.flatMap(({ expected, conflict, pairs }) => [
      ...judgeCeasefires(expected, conflict, pairs, story, reading),
      ...judgeStatus(expected, conflicts, reports, story),
      ...judgeBreaches(expected, pairs, ceasefires, reading),
    ]),
    ...ceasefires.map(
      (find): Check => ({ measure: 'not invented', isRight: paired.has(find), says: inWords(find) }),
    ),
    ...story.expected.absent.map(({ start, why }): Check => {
      const times = stretches(start, story.zone);
      const there = ceasefires.filter(({ announcedAt, effectiveAt }) =>
        [announcedAt, effectiveAt].some((moment) => moment !== null && isWithin(moment, times)),
      );
      return {
        measure: 'background',
        isRight: there.length === 0,
        says: `${start}, ${why}: ${there.map(inWords).join('; ')}`,
      };
    }),
    ...story.expected.tolls.map(({ article, low }): Check => {
      const counts = (reading.get(article) ?? []).flatMap(({ casualties }) => casualties);
      const such = counts.filter((count) => count.low === low);
      return {
        measure: 'tolls',
        isRight: such.length > 0 && such.every(({ cumulative }) => cumulative === true),
        says: `${article}: ${low} ${such.length === 0 ? 'is no count of any event' : 'is told as an incident'}`,
        fault: 'extraction',
      };
    }),
  ];
}

function judgeStatus(
  expected: ExpectedConflict,
  conflicts: readonly Conflict[],
  reports: readonly Report[],
  story: Story,
): Check[] {
  return expected.status.map(({ at, knownAt, formal, compliance, ceasefire }): Check => {
    const known: Timeline['conflicts'] = knownAt
      ? timeline(reports, { asKnownAt: knownAt.replace('Z', ':00Z') }).conflicts
      : [...conflicts];
    const conflict = conflictLike(expected, known);
    const found = conflict ? statusAt(conflict, at) : null;
    const got = found ?? { formal: 'none', compliance: 'no_reports', ceasefireId: null };
    const pairs = matchCeasefires(expected, conflict?.ceasefires ?? [], story);
    const truce = [...pairs].find(([, { id }]) => id === got.ceasefireId)?.[0].key ?? got.ceasefireId;
    const isRight =
      (formal ?? [got.formal]).some((value) => value === got.formal) &&
      (compliance ?? [got.compliance]).some((value) => value === got.compliance) &&
      (ceasefire ?? [truce]).includes(truce);
    const want = [formal?.join('|') ?? '*', compliance?.join('|') ?? '*', ceasefire?.join('|') ?? '*'].join(
      '/',
    );
    const rule = found?.rule ? ` by ${found.rule}` : '';
    return {
      measure: knownAt ? 'as known' : 'status',
      isRight,
      says: `at ${at}${knownAt ? ` as known at ${knownAt}` : ''}: ${want} expected, ${got.formal}/${got.compliance}/${truce ?? 'none'} found${rule}`,
    };
  });
}
