import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scoreActorsIn } from './actors.ts';
import { scoreCase2021 } from './case2021.ts';
import { scoreKarabakh } from './karabakh.ts';
import { scoreMuc4 } from './muc4.ts';
import { readCorpus } from './own/read-corpus.ts';
import { scoreCorpus } from './own/score-corpus.ts';
import { scorePetrarchUnit } from './petrarch-unit.ts';
import { scorePlaces } from './places.ts';
import { scorePlover } from './plover.ts';
import { reliabilityTable } from './reliability.ts';
import { scoreUcdpUkraine } from './ucdp-ukraine.ts';

/** The labelled corpora that have a measure, by the name of their folder. Each gives the lines of its scorecard. */
const corpora: Readonly<Record<string, (folder: string) => string[]>> = {
  karabakh: scoreKarabakhAndConfidence,
  plover: scorePlover,
  'petrarch-unit': scorePetrarchUnit,
  'ucdp-ukraine': scoreUcdpUkraine,
  case2021: scoreCase2021,
  places: scorePlaces,
  actors: scoreActorsIn,
  muc4: scoreMuc4,
};

/** The scorecards of the corpora beneath a folder, one after another; those that are absent, or not asked for, are skipped. */
export function* scoreCorpora(folder: string, only: readonly string[]): Generator<string> {
  for (const [name, score] of Object.entries(corpora)) {
    const path = join(folder, name);
    if (!existsSync(path) || (only.length > 0 && !only.includes(name))) continue;
    const start = performance.now();
    const lines = score(path);
    yield [`${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`, ...lines].join('\n');
  }
}

/** The karabakh measures, and how far the stated confidence can be trusted there and on the own corpus. */
function scoreKarabakhAndConfidence(folder: string): string[] {
  const { lines, judged } = scoreKarabakh(folder);
  const own = scoreCorpus(readCorpus()).judged;
  return [...lines, '  confidence, with the own corpus', ...reliabilityTable([...judged, ...own])];
}
