import { describe, expect, it } from 'vitest';
import { floors } from './floors.ts';
import { type Measure, measures } from './measures.ts';
import { readStory, storyFiles } from './read-stories.ts';
import { scoreStory } from './score.ts';
import { shares } from './scorecard.ts';

describe('the stories', () => {
  it.each(storyFiles())('%s is whole, and its articles have names of their own', (file) => {
    const { id, articles } = readStory(file);
    expect(`${id}.json`).toBe(file);
    expect(new Set(articles.map((article) => article.id)).size).toBe(articles.length);
  });

  it('are of many wars, and come to all kinds of ends', () => {
    const wars = storyFiles().map(readStory);
    const ceasefires = wars.flatMap(({ expected }) => expected.conflicts.flatMap((one) => one.ceasefires));
    const ends = new Set(ceasefires.flatMap(({ outcome }) => outcome));
    expect(wars.length).toBeGreaterThanOrEqual(12);
    expect([...ends]).toEqual(
      expect.arrayContaining(['in_effect', 'collapsed', 'expired', 'superseded', 'terminated']),
    );
    expect(new Set(ceasefires.flatMap(({ kind }) => kind))).toContain('unilateral');
  });

  it('are told no worse than before', () => {
    const reached = shares(storyFiles().flatMap((file) => scoreStory(readStory(file))));
    const below = (Object.keys(measures) as Measure[]).flatMap((measure) => {
      const { right, all } = reached.get(measure) ?? { right: 0, all: 1 };
      return right / all < floors[measure] ? [`${measure} ${right}/${all}, not ${floors[measure]}`] : [];
    });
    expect(below).toEqual([]);
  });
});
