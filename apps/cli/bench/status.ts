import { type Report, Story } from '@trucewatch/status';
import { cpuTime, median, medianTimes } from './measure.ts';
import { heading, remark, row } from './report.ts';
import { warReports } from './reports.ts';
import { targets } from './targets.ts';

const sides = ['country:AM', 'country:AZ'] as const;
const conflictId = 'nagorno-karabakh';
const day = 86_400_000;
const from = Date.UTC(2005, 0, 1);
const perDay = 14.3;
/** Of the made-up war. */
const eventsAnArticle = 3.67;

/** The status of one dense war, 50 events a day: folded from scratch, with one more event, and asked for at an instant. */
export function status(): void {
  heading('Status: one conflict, 50 events a day');
  const reports = warOf(100_000);
  const [scratch = 0] = medianTimes([() => storyOf(reports)], 5);
  const story = storyOf(reports);
  const told = reports.reduce((sum, { events }) => sum + events.length, 0);
  const conflict = story.conflict(conflictId);
  remark(
    `${told} events, ${conflict?.ceasefires.length} ceasefires, ${conflict?.intervals.length} intervals`,
  );
  row('100,000 events from scratch', (scratch / told) * 100_000, 'ms', targets.statusScratch);
  oneMoreEvent();
  const { end, instants } = instantsOf(reports);
  const now = instants.map((at) => cpuTime(() => story.statusAt(conflictId, at)));
  row('status at an instant, p95', percentile(now, 0.95), 'ms', targets.statusAt);
  const known = instants.map((at, i) =>
    cpuTime(() => story.statusAt(conflictId, at, at + ((i % 7) * (end - at)) / 7)),
  );
  row('as known at another, p95', percentile(known, 0.95), 'ms', targets.statusAt);
}

function oneMoreEvent(): void {
  const [short, long] = [25_000, 200_000].map((events) => new Growing(warOf(events))) as [Growing, Growing];
  // In turns: what slows the machine for a while slows both.
  for (let round = 0; round < 400; round++) for (const growing of [short, long]) growing.next(round);
  const [few, many] = [short, long].map(({ times }) => median(times.slice(50))) as [number, number];
  row('one more event at 25,000, at the median', few, 'ms', targets.statusOneMore);
  row('the same at 200,000', many, 'ms', targets.statusOneMore);
  row('the one over the other', many / few, '×', targets.statusGrowth);
}

/** A story of all but one article; that one comes in and goes out again, each of its events as it would arrive. */
class Growing {
  readonly times: number[] = [];
  private readonly reports: readonly Report[];
  private readonly story: Story;

  constructor(reports: readonly Report[]) {
    this.reports = reports;
    this.story = storyOf(reports);
  }

  /** News: an event of the last month in an article of its own. */
  next(round: number): void {
    const { article, events } = this.reports.at(-1 - ((round * 7) % 400)) as Report;
    const event = events[round % events.length] as Report['events'][number];
    const more = { article: { ...article, id: `more-${round}` }, events: [event] };
    this.times.push(
      cpuTime(() => {
        this.story.add([more]);
        this.story.statusAt(conflictId, Number.POSITIVE_INFINITY);
      }),
    );
  }
}

function warOf(events: number): Report[] {
  return [...warReports(sides, { from, articles: Math.round(events / eventsAnArticle), perDay, seed: 3 })];
}

function storyOf(reports: readonly Report[]): Story {
  const story = new Story();
  story.add(reports);
  story.statusAt(conflictId, 0);
  return story;
}

/** A thousand instants over the whole war, in no order. */
function instantsOf(reports: readonly Report[]) {
  const end = from + (reports.length / perDay) * day;
  const instants = Array.from(
    { length: 1_000 },
    (_, i) => from + ((i * 7_919) % 1_000) * ((end - from) / 1_000),
  );
  return { end, instants };
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] as number;
}
