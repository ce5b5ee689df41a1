import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AtomEntry, atomFeed } from './atom.ts';
import { xml } from './xml.ts';

const entry = (more: Partial<AtomEntry> = {}): AtomEntry => ({
  id: 'https://example.org/conflicts/one#a',
  title: 'In effect',
  published: '2020-10-17T20:00:00.000Z',
  updated: '2020-10-17T21:00:00.000Z',
  url: 'https://example.org/conflicts/one',
  content: xml`<p>${'It took effect.'}</p>`,
  categories: ['in_effect'],
  ...more,
});
const written = (...entries: AtomEntry[]) =>
  atomFeed({
    id: 'https://example.org/feed.atom',
    title: 'One',
    subtitle: 'All of it',
    self: 'https://example.org/feed.atom',
    url: 'https://example.org/',
    updated: '2020-10-01T00:00:00.000Z',
    entries,
  });

const names = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' } as Record<string, string>;
const plain = (text: string) => text.replaceAll(/&([a-z]+|#\d+);/g, (all, name) => names[name] ?? all);

test('whatever a text holds, it stays text and comes back as it was where XML can hold it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (title) => {
      const feed = written(entry({ title, content: xml`<p>${title}</p>` }));
      const inside = feed.slice(feed.indexOf('<entry>'));
      const text = /<title>([^<]*)<\/title>/.exec(inside)?.[1] ?? '';
      expect(text).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39|#13);)/);
      expect(plain(text)).toBe(
        title.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd'),
      );
      expect(feed.match(/<[a-z?/]/g)).toHaveLength(written(entry()).match(/<[a-z?/]/g)?.length ?? 0);
    }),
  );
});

test('the feed is as new as its newest entry, and has a date without any', () => {
  const updatedOf = (feed: string) => /<updated>(.*?)<\/updated>/.exec(feed)?.[1];
  expect(updatedOf(written(entry(), entry({ updated: '2020-10-18T00:00:00.000Z' })))).toBe(
    '2020-10-18T00:00:00.000Z',
  );
  expect(updatedOf(written())).toBe('2020-10-01T00:00:00.000Z');
});
