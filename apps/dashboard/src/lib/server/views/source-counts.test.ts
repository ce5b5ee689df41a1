import type { Act } from '@trucewatch/schema';
import { textSignature } from '@trucewatch/status';
import type { ToldArticle } from '@trucewatch/store';
import { expect, it } from 'vitest';
import { sourceCounts } from './source-counts.ts';
import { knownSources, relatedTo, sourceKey, sourcePath } from './sources.ts';

const act = (
  decision: Act['decision'],
  at = '2020-11-01T00:00:00.000Z',
  undoneBy: string | null = null,
): Act => ({
  id: `${decision.kind} ${at}`,
  decision,
  author: 'ada',
  at,
  reason: 'as its imprint says',
  undoneBy,
});
const article = (
  id: string,
  source: string | undefined,
  publishedAt: string,
  more: { signature?: string; acts?: Act[] } = {},
): ToldArticle => ({
  article: { id, source, publishedAt, signature: more.signature },
  events: 2,
  acts: more.acts ?? [],
});
const copy = textSignature(
  'Shells fell on the town in the night and five people of one family were killed there.',
);

it('counts who told first, alone, and what others of another origin told too', () => {
  const counts = sourceCounts({
    articles: [
      article('1', 'Valley Wire', '2020-10-01T08:00:00Z', { signature: copy }),
      article('2', 'Hill Post', '2020-10-01T09:00:00Z', { signature: copy }),
      article('3', 'The Morning', '2020-10-01T10:00:00Z'),
      article('4', 'Valley Wire', '2020-10-02T08:00:00Z'),
      article('5', undefined, '2020-10-03T08:00:00Z'),
    ],
    happenings: [['1', '2', '3'], ['4'], ['4', '5'], ['1', '2']],
  });
  expect(counts.get('valley wire')).toMatchObject({
    articles: 2,
    events: 4,
    told: 4,
    first: 2,
    alone: 2,
    confirmed: 1,
    carried: 0,
  });
  // Its text is the wire's: it carried it, and does not confirm it.
  expect(counts.get('hill post')).toMatchObject({ told: 2, first: 0, alone: 1, confirmed: 1, carried: 2 });
  expect(counts.get('morning')).toMatchObject({ told: 1, first: 0, alone: 0, confirmed: 1 });
  expect(counts.size).toBe(3);
});

it('takes into account what people decided: one owner is one origin, corrections and withdrawals are counted', () => {
  const family = (publisher: string) => act({ kind: 'describe_publisher', publisher, family: 'Grove' });
  const counts = sourceCounts({
    articles: [
      article('1', 'Morning', '2020-10-01T08:00:00Z', { acts: [family('Morning')] }),
      article('2', 'Evening', '2020-10-01T09:00:00Z', {
        acts: [family('Evening'), act({ kind: 'correct_article', articleId: '2', replaces: '1' })],
      }),
    ],
    happenings: [['1', '2']],
  });
  expect(counts.get('morning')).toMatchObject({ alone: 1, confirmed: 0, corrections: 0 });
  expect(counts.get('evening')).toMatchObject({ alone: 1, carried: 1, corrections: 1 });
});

const name = (spelling: string, articles: number) => ({
  name: spelling,
  articles,
  first: '2020-10-01T00:00:00.000Z',
  last: '2020-10-02T00:00:00.000Z',
});

it('takes spellings of one name for one publisher, and what people said of it before what is known', () => {
  const muted = act({ kind: 'mute_publisher', publisher: 'the daily post' });
  const undone = act({ kind: 'describe_publisher', publisher: 'TASS', side: 'Nobody' }, undefined, 'another');
  const all = knownSources(
    [name('Daily Post', 3), name('The Daily Post', 5), name('TASS', 2), name('—', 1)],
    [muted, undone],
  );
  expect(all.map(({ name, articles, isMuted }) => [name, articles, isMuted])).toEqual([
    ['The Daily Post', 8, true],
    ['TASS', 2, false],
  ]);
  expect(all[1]).toMatchObject({ side: 'Russia', country: 'RU', agency: 'TASS' });
});

it('finds publishers of one owner, and every publisher by its own address', () => {
  const described = ['Morning', 'Evening'].map((publisher) =>
    act({ kind: 'describe_publisher', publisher, family: 'Grove' }),
  );
  const all = knownSources(
    [name('Morning', 3), name('Evening', 2), name('Far News', 1), name('Ş/ü % ?', 1)],
    described,
  );
  const [morning] = all;
  expect(morning && relatedTo(morning, all).map(({ name }) => name)).toEqual(['Evening']);
  for (const { name, key, path } of all) {
    expect(sourcePath(name)).toBe(path);
    expect(sourceKey(decodeURIComponent(path.replace('/sources/', '')))).toBe(key);
  }
});
