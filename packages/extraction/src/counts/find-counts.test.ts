import { describe, expect, it } from 'vitest';
import { extract } from '../extract.ts';
import { articleOf } from '../testing/article.ts';

const countsOf = (text: string) =>
  (extract(articleOf(text), { mentions: true }).mentions?.counts ?? []).map(
    ({ of, group, low, high, qualifier }) => [of, group, low, high, qualifier],
  );

describe('counts', () => {
  it('reads hedges as the contract says', () => {
    expect(countsOf('The strike killed at least 13 civilians.')).toEqual([
      ['killed', 'civilians', 13, null, 'at_least'],
    ]);
    expect(countsOf('The strike wounded more than 50 people.')).toEqual([
      ['wounded', 'unknown', 51, null, 'more_than'],
    ]);
    expect(countsOf('About 20 soldiers were killed.')).toEqual([['killed', 'military', 20, 20, 'about']]);
    expect(countsOf('Up to 30 people were wounded.')).toEqual([['wounded', 'unknown', 0, 30, 'up_to']]);
    expect(countsOf('Dozens of people were killed.')).toEqual([['killed', 'unknown', 24, null, 'vague']]);
  });

  it('reads number words, thousands and ranges', () => {
    expect(countsOf('Twenty-five soldiers were killed.')[0]?.slice(2, 4)).toEqual([25, 25]);
    expect(countsOf('The war killed 1,200 people.')[0]?.slice(2, 4)).toEqual([1200, 1200]);
    expect(countsOf('Between 40 and 60 people were wounded.')[0]?.slice(2, 4)).toEqual([40, 60]);
  });

  it('gives each number its own fate', () => {
    expect(
      countsOf('The raid left seven people dead and 33 wounded.').map((count) => count.slice(0, 3)),
    ).toEqual([
      ['killed', 'unknown', 7],
      ['wounded', 'unknown', 33],
    ]);
  });

  it('counts no houses, tanks, kilometres, dates or percents', () => {
    expect(
      countsOf(
        'Shelling destroyed 12 houses and 3 tanks 20 km from the border on October 12, killing no one.',
      ),
    ).toEqual([]);
  });
});
