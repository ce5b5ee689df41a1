import type { Target } from './report.ts';

/** What is to be reached on one core of an ordinary two-core machine. */
export const targets = {
  /** The parser's speed, decision 012. */
  parserSentences: { atLeast: 2_000 },
  parserTimesWink: { atMost: 25 },
  parserStart: { atMost: 250 },
  parserMemory: { atMost: 250 },
  longSentence: { atMost: 3_000 },
  /** Growth of the time when the text doubles: 2 is linear, what is above lets noise be noise. */
  doubling: { atMost: 2.4 },
  extractionSentences: { atLeast: 2_500 },
  extractionTimesWink: { atMost: 50 },
  extractStart: { atMost: 800 },
  extractMemory: { atMost: 400 },
  /** Memory after all articles over memory after the first tenth. */
  extractMemoryGrowth: { atMost: 1.25 },
  /** Seconds for an article of a megabyte. */
  megabyte: { atMost: 3 },
  /** Milliseconds for 100,000 reports of one conflict, and for one more. */
  happeningsScratch: { atMost: 1_000 },
  happeningsOneMore: { atMost: 5 },
  /** Milliseconds for 100,000 events of one conflict, and for one more; the growth from 25,000 events to 200,000. */
  statusScratch: { atMost: 2_000 },
  statusOneMore: { atMost: 10 },
  statusGrowth: { atMost: 1.5 },
  statusAt: { atMost: 20 },
  /** Seconds and megabytes for a million events. */
  rebuild: { atMost: 90 },
  rebuildMemory: { atMost: 1_024 },
  /** The dashboard on a million events, issue 6: milliseconds at 50 requests at once; kB; milliseconds; a share of the window. */
  pageTime: { atMost: 60 },
  searchTime: { atMost: 150 },
  firstScripts: { atMost: 90 },
  largestPaint: { atMost: 1_200 },
  layoutShift: { atMost: 0.02 },
  /** Over the second 50,000 of 100,000 requests. */
  memoryGrowth: { atMost: 1.1 },
  /** Articles a second from the API to events and status, issue 7; seconds to be seen at half of that. */
  throughputRedis: { atLeast: 100 },
  throughputPostgres: { atLeast: 70 },
  untilVisible: { atMost: 1_000 },
  failures: { atMost: 0 },
  slowestInput: { atMost: 5_000 },
} as const satisfies Record<string, Target>;
