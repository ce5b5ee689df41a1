import { standingReports } from '../sources/corrections.ts';
import { type Report, toldEvents } from '../told.ts';
import type { Happening } from './happening.ts';
import { HappeningIndex, type MergeOptions } from './happening-index.ts';

/**
 * The happenings that a set of reports of one conflict tells of: events of different articles, and of one, that
 * tell of the same happening are one, with all reports under it. Their order and repetition change nothing.
 */
export function happenings(reports: readonly Report[], options: MergeOptions = {}): Happening[] {
  const index = new HappeningIndex(options);
  index.add(toldEvents(standingReports(reports, null)));
  return index.happenings();
}
