import { describe, expect, test } from 'vitest';
import { Article, longestText, publicationInterval } from './article.ts';

const line = { id: 'a1', text: 'The guns fell silent.', publishedAt: '2020-10-17T22:30:00Z' };

describe('an article line', () => {
  test('is read with what it has; null and absent are the same', () => {
    expect(Article.parse({ ...line, title: null })).toEqual({ ...line, title: undefined });
  });

  test.each([
    ['an instant with offset', '2020-10-18T02:30:00+04:00'],
    ['a bare date', '2020-10-17'],
  ])('takes %s as publication time', (_, publishedAt) => {
    expect(Article.parse({ ...line, publishedAt }).publishedAt).toBe(publishedAt);
  });

  test.each(['17 October 2020', '2020-10-17T22:30:00', '2020-13-40', 'yesterday'])(
    'refuses %s as publication time rather than guess',
    (publishedAt) => {
      expect(Article.safeParse({ ...line, publishedAt }).success).toBe(false);
    },
  );

  test('is refused without an id, without text, or with a text that no pass would end on', () => {
    expect(Article.safeParse({ ...line, id: '' }).success).toBe(false);
    expect(Article.safeParse({ ...line, text: '' }).success).toBe(false);
    expect(Article.safeParse({ ...line, text: 'x'.repeat(longestText + 1) }).success).toBe(false);
  });
});

describe('the publication interval', () => {
  test('of an instant is that instant in UTC', () => {
    const at = Date.UTC(2020, 9, 17, 22, 30);
    expect(publicationInterval('2020-10-18T02:30:00+04:00')).toEqual({ earliest: at, latest: at });
  });

  test('of a bare date is the whole day', () => {
    const { earliest, latest } = publicationInterval('2020-10-17');
    expect(new Date(earliest).toISOString()).toBe('2020-10-17T00:00:00.000Z');
    expect(new Date(latest).toISOString()).toBe('2020-10-17T23:59:59.999Z');
  });
});
