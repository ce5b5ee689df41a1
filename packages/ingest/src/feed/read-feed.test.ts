import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Unreadable } from '../unreadable.ts';
import { readFeed } from './read-feed.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const address = 'https://courier.example/feeds/world.xml';

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Alda Courier &amp; Post</title><link>https://courier.example/</link><language>en</language>
<item><title>Truce &amp; talks</title><link>/2021/truce?utm_medium=rss</link><guid isPermaLink="false">c-1</guid>
<pubDate>Sat, 06 Mar 2021 21:40:00 +0200</pubDate><dc:creator>Ines Varga</dc:creator>
<content:encoded><![CDATA[<p>First paragraph.</p><p>Second one.</p>]]></content:encoded></item>
<item><description>No link, no title.</description></item></channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><link href="https://courier.example/"/>
<entry><id>tag:courier.example,2021:1</id><title type="html">Truce &lt;b&gt;holds&lt;/b&gt;</title><link rel="enclosure" href="a.mp3"/>
<link rel="alternate" href="https://courier.example/1"/><updated>2021-03-07T08:00:00Z</updated><published>2021-03-06T19:40:00Z</published>
<author><name>Tom Ferro</name></author><summary>In short.</summary></entry></feed>`;
const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://courier.example/"><title>Courier</title><link>https://courier.example/</link></channel>
<item rdf:about="https://courier.example/1"><title>Truce</title><link>https://courier.example/1</link><dc:date>2021-03-06</dc:date></item></rdf:RDF>`;
const json = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Courier',
  items: [
    {
      id: '1',
      url: 'https://courier.example/1',
      content_text: 'Words.',
      date_published: '2021-03-06T19:40:00Z',
    },
  ],
});

describe('every kind of feed', () => {
  test('RSS: relative links, who, when with the zone, and its text as paragraphs', () => {
    expect(readFeed(bytes(rss), { address })).toEqual({
      title: 'The Alda Courier & Post',
      language: 'en',
      format: 'rss',
      items: [
        {
          key: 'c-1',
          title: 'Truce & talks',
          address: 'https://courier.example/2021/truce',
          publishedAt: '2021-03-06T21:40:00+02:00',
          byline: 'Ines Varga',
          text: 'First paragraph.\n\nSecond one.',
        },
        { key: 'No link, no title.', text: 'No link, no title.' },
      ],
    });
  });

  test.each([
    [
      'atom',
      atom,
      {
        address: 'https://courier.example/1',
        publishedAt: '2021-03-06T19:40:00Z',
        title: 'Truce holds',
        byline: 'Tom Ferro',
      },
    ],
    ['rdf', rdf, { address: 'https://courier.example/1', publishedAt: '2021-03-06', title: 'Truce' }],
    [
      'json',
      json,
      { address: 'https://courier.example/1', publishedAt: '2021-03-06T19:40:00Z', text: 'Words.' },
    ],
  ])('%s', (format, text, item) => {
    const feed = readFeed(bytes(text), { address });
    expect(feed).toMatchObject({ format, title: 'Courier', items: [item] });
  });
});

describe('broken feeds', () => {
  test.each([
    ['cut off', rss.slice(0, rss.indexOf('<item><description>'))],
    ['words before it', `Warning: session\n${rss}`],
    ['a letter that XML forbids', rss.replace('First', 'Fir\u0003st')],
    ['bare ampersands', rss.replace('Truce &amp; talks', 'Truce & talks')],
  ])('%s: its first item is still read', (_, text) => {
    expect(readFeed(bytes(text), { address }).items[0]?.key).toBe('c-1');
  });

  test.each([
    ['', /empty/],
    ['<!doctype html><html><body>Hello</body></html>', /web page and no feed/],
    ['{"not":"a feed"}', /cannot be read as a feed/],
    ['plain words', /cannot be read as a feed/],
  ])('%s says what it is', (text, message) => {
    expect(() => readFeed(bytes(text))).toThrow(message);
  });

  test('entities that multiply are not followed', () => {
    const lol = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`;
    const bomb = `<?xml version="1.0"?>${lol}${rss.slice(21).replace('First', '&c;&c;&c;')}`;
    let length = 0;
    try {
      length = JSON.stringify(readFeed(bytes(bomb))).length;
    } catch (error) {
      expect(error).toBeInstanceOf(Unreadable);
    }
    expect(length).toBeLessThan(1_000_000);
  });

  test('whatever comes in is read or refused in a sentence', () => {
    const pieces = fc.constantFrom(
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      ']]>',
      '<![CDATA[',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<entry>',
      '&#xD800;',
      '&amp',
      '{"version":"https://jsonfeed.org/version/1"',
      '<?xml',
      '<!--',
      '<link href="',
    );
    const soup = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 10 })), { maxLength: 40 });
    fc.assert(
      fc.property(soup, (parts) => {
        try {
          expect(readFeed(bytes(parts.join(''))).items).toBeInstanceOf(Array);
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
      }),
      { numRuns: 300 },
    );
  });
});
