import type { ChartStory, EventMark, Reading } from './story.ts';

/** The last event that the chart's range shows, as the panel reads it; null when it shows none. */
export function latestReading({ from, to, marks }: ChartStory): Reading | null {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  let latest: EventMark | null = null;
  for (const mark of marks) {
    const at = Date.parse(mark.at);
    if (at < start || at > end) continue;
    if (!latest || at >= Date.parse(latest.at)) latest = mark;
  }
  return latest && { title: latest.title, when: latest.when, sentences: [latest.sentence] };
}
