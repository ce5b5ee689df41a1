import { folder } from '@trucewatch/status';
import { type Check, type Measure, measures } from './measures.ts';

/** How often the answer was right, by measure. */
export function shares(checks: readonly Check[]): Map<Measure, { right: number; all: number }> {
  const names = Object.keys(measures) as Measure[];
  const pairs = names.map((name) => {
    const such = checks.filter(({ measure }) => measure === name);
    return [name, { right: such.filter(({ isRight }) => isRight).length, all: such.length }] as const;
  });
  return new Map(pairs.filter(([, { all }]) => all > 0));
}

/** The scorecard as lines for a person; with `withMisses` also every wrong answer. */
export function scorecard(
  scores: readonly { id: string; checks: readonly Check[] }[],
  withMisses: boolean,
): string[] {
  const all = scores.flatMap(({ checks }) => checks);
  const lines = scores.flatMap(({ id, checks }) => [
    `${id}  ${[...shares(checks)].map(([name, { right, all }]) => `${name} ${right}/${all}`).join(', ')}`,
    ...(withMisses ? checks.filter(({ isRight }) => !isRight).map(miss) : []),
  ]);
  const rows = [...shares(all)].map(
    ([name, { right, all }]) =>
      `  ${name.padEnd(16)} ${`${right}/${all}`.padStart(8)} = ${(right / all).toFixed(3)}  ${measures[name]}`,
  );
  return [...lines, `${scores.length} stories`, ...rows];
}

/** The same as data. */
export function scorecardData(scores: readonly { checks: readonly Check[] }[]) {
  const all = [...shares(scores.flatMap(({ checks }) => checks))];
  return {
    version: `${folder.name} ${folder.version}`,
    stories: scores.length,
    measures: all.map(([name, { right, all: of }]) => ({ name, says: measures[name], right, all: of })),
  };
}

function miss({ measure, says, fault }: Check): string {
  return `  ${measure.toUpperCase()}  ${says}${fault ? `  [${fault}]` : ''}`;
}
