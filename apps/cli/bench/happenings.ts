import { HappeningIndex, type Told, toldEvents } from '@trucewatch/status';
import { cpuTime, median, medianTimes } from './measure.ts';
import { heading, remark, row } from './report.ts';
import { warReports } from './reports.ts';
import { targets } from './targets.ts';

const sides = ['country:AM', 'country:AZ'] as const;
const sideOf = ({ id }: { id?: string | undefined }) => sides.indexOf(id as (typeof sides)[number]);

/** Reports of one dense war, 50 events a day, joined into happenings: all at once, and one more event. */
export function happenings(): void {
  heading('Happenings: one conflict, 50 events a day');
  const told = eventsOf(28_600);
  const [scratch = 0] = medianTimes([() => indexOf(told)], 5);
  const count = indexOf(told).happenings().length;
  remark(`${told.length} events, ${count} happenings`);
  row('100,000 events from scratch', (scratch / told.length) * 100_000, 'ms', targets.happeningsScratch);
  const long = oneMore(told);
  row('one more event, at the median', long, 'ms', targets.happeningsOneMore);
  row('the same in a tenth of the history', oneMore(eventsOf(2_860)), 'ms');
}

function eventsOf(articles: number): Told[] {
  return toldEvents([...warReports(sides, { from: Date.UTC(2010, 0, 1), articles, perDay: 14.3, seed: 3 })]);
}

function indexOf(told: readonly Told[]): HappeningIndex {
  const index = new HappeningIndex({ sideOf });
  index.add(told);
  index.takeChanges();
  return index;
}

/** Median processor time of an event that comes in anew, with the happenings that change by it, in milliseconds. */
function oneMore(told: readonly Told[]): number {
  const index = indexOf(told);
  const articles = [...Map.groupBy(told, ({ ref }) => ref.articleId)];
  const times: number[] = [];
  for (let round = 0; round < 300; round++) {
    const [id, events] = articles[(round * 7_919) % articles.length] as (typeof articles)[number];
    index.remove(id);
    index.takeChanges();
    for (const one of events) {
      const time = cpuTime(() => {
        index.add([one]);
        index.takeChanges();
      });
      times.push(time);
    }
  }
  return median(times);
}
