import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Unreadable } from '../unreadable.ts';
import { readPage } from './read-page.ts';

const paragraphs = [
  'PORT ALDA (Meridian) — Both delegations signed the truce on Saturday evening, and guns along the river fell silent an hour later, witnesses said.',
  'The agreement asks each army to move its artillery ten kilometres back within three days, under the eyes of observers from four countries.',
  'Residents of the lower town came out of their cellars for the first time in eleven days and found the market square in ruins.',
];
const furniture = `
  <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
  <div class="cookie-banner">We use cookies to give you the best experience. <button>Accept</button></div>`;
const body = `
  <article><h1>Truce signed at Port Alda</h1>
  <p class="byline">By <a rel="author" href="/staff/ines">Ines Varga</a></p>
  <p>${paragraphs[0]}</p>
  <figure><img src="x.jpg"><figcaption>Soldiers at the bridge in May.</figcaption></figure>
  <p>${paragraphs[1]}</p><p>Advertisement</p><p>${paragraphs[2]}</p>
  <p><a href="/other">Read more: Storm closes the northern ports</a></p></article>
  <footer>© 2021 The Alda Courier. All rights reserved.</footer>`;
const page = (head: string, inside = body): Uint8Array =>
  Buffer.from(
    `<!doctype html><html lang="en"><head><title>Truce signed at Port Alda | The Alda Courier</title>${head}</head><body>${furniture}${inside}</body></html>`,
  );

const data = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
  {"@type":["NewsArticle"],"headline":"Truce signed at Port Alda &#8211; at last","author":[{"@type":"Person","name":"Ines Varga"},{"name":"Tom Ferro"}],
  "datePublished":"2021-03-06T21:40:00+02:00","publisher":{"name":"The Alda Courier"}}]}</script>`;

describe('the article of a page', () => {
  test('is its paragraphs, one by one, without what stands around them', async () => {
    const read = await readPage(page(data), {
      address: 'https://www.courier.example/2021/03/06/truce?utm_source=x',
    });
    expect(read.text.split('\n\n')).toEqual(paragraphs);
    expect(read.captions).toEqual(['Soldiers at the bridge in May.']);
    expect(read.dateline).toEqual({ place: 'PORT ALDA', agency: 'Meridian' });
  });

  test('its data say who, when with the zone, and where', async () => {
    const address = 'https://m.courier.example/amp/truce';
    const canonical = '<link rel="canonical" href="https://www.courier.example/truce">';
    expect(await readPage(page(data + canonical), { address })).toMatchObject({
      title: 'Truce signed at Port Alda – at last',
      byline: 'Ines Varga, Tom Ferro',
      publishedAt: '2021-03-06T21:40:00+02:00',
      source: 'The Alda Courier',
      url: 'https://www.courier.example/truce',
      language: 'en',
    });
  });

  test('without data, what readers see', async () => {
    const dated = body.replace('</h1>', '</h1><p>Published: 6 March 2021, 21:40 GMT</p>');
    expect(await readPage(page('', dated), { address: 'https://courier.example/a' })).toMatchObject({
      title: 'Truce signed at Port Alda',
      byline: 'Ines Varga',
      publishedAt: '2021-03-06T21:40:00Z',
      source: 'courier.example',
    });
  });

  test('an hour without a zone is only a day', async () => {
    const meta = '<meta property="article:published_time" content="2021-03-06T21:40:00">';
    expect((await readPage(page(meta))).publishedAt).toBe('2021-03-06');
  });

  test('a saved page knows where it was saved from; another site’s address is not believed', async () => {
    const saved = '<!-- saved from url=(0033)https://courier.example/truce-2021 -->';
    expect((await readPage(Buffer.concat([Buffer.from(saved), page('')]))).url).toBe(
      'https://courier.example/truce-2021',
    );
    const stolen = '<link rel="canonical" href="https://agency.example/other">';
    expect((await readPage(page(stolen), { address: 'https://courier.example/t' })).url).toBe(
      'https://courier.example/t',
    );
  });

  test('paragraphs made of line breaks are paragraphs', async () => {
    const old = `<table><tr><td>${paragraphs.join('<br><br>')}</td></tr></table>`;
    expect((await readPage(page('', old))).text.split('\n\n')).toEqual(paragraphs);
  });
});

describe('its letters are read right', () => {
  const russian =
    'Стороны договорились прекратить огонь с полуночи, сообщили министры обеих стран после переговоров. '.repeat(
      6,
    );
  const cyrillic = (encoding: string): Buffer => {
    const html = `<html><head><meta charset="${encoding}"><title>Перемирие</title></head><body><article><p>${russian}</p><p>${russian}</p></article></body></html>`;
    // windows-1251 has the Russian letters at 0xC0 and on, in the order of Unicode.
    return Buffer.from(
      [...html].map((letter) => {
        const code = letter.codePointAt(0) ?? 63;
        return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
      }),
    );
  };

  test.each(['windows-1251', 'cp1251'])('as the page says: %s', async (encoding) => {
    expect(await readPage(cyrillic(encoding))).toMatchObject({ title: 'Перемирие', language: 'ru' });
  });

  test('as the server says, and by their look when nobody says it', async () => {
    expect(
      (await readPage(cyrillic('nonsense'), { contentType: 'text/html; charset=windows-1251' })).text,
    ).toContain('прекратить огонь');
    expect((await readPage(cyrillic('nonsense'))).text).toContain('прекратить огонь');
  });

  test('UTF-16 with its mark, UTF-8 whatever the page says', async () => {
    const html = page('').toString();
    expect((await readPage(Buffer.from(`\uFEFF${html}`, 'utf16le'))).text.split('\n\n')).toEqual(paragraphs);
    const lying = html.replace('<head>', '<head><meta charset="windows-1251">');
    expect((await readPage(Buffer.from(lying))).text.split('\n\n')[0]).toBe(paragraphs[0]);
  });
});

describe('what is no article says so', () => {
  test.each([
    ['', /no article|no HTML/i],
    ['<html><body><p>Please enable JavaScript.</p></body></html>', /paste/i],
    ['x'.repeat(6_000_001), /larger than/],
  ])('%#', async (html, message) => {
    const error = await readPage(Buffer.from(html)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Unreadable);
    expect((error as Error).message).toMatch(message);
  });
});

test('a page nested twenty thousand deep is read or refused', async () => {
  const deep = `${'<div>'.repeat(20_000)}<p>${paragraphs.join(' ')}</p>`;
  const read = await readPage(Buffer.from(`<html><body>${deep}</body></html>`)).catch(
    (error: unknown) => error,
  );
  expect(read instanceof Unreadable || (read as { text: string }).text.includes('artillery')).toBe(true);
});

const pieces = fc.constantFrom(
  '<p>',
  '</p>',
  '<div',
  '>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '<a href="',
  '"',
  '&amp;',
  '&#x110000;',
  '<table><td>',
  '<svg><math>',
  '<template>',
  '<h1>',
  '<meta charset=utf-7>',
  '<base href=//x>',
  '{"@type":"NewsArticle"',
  paragraphs[0] ?? '',
  '\0',
  '\uD800',
);
test('whatever comes in is read or refused in a sentence', async () => {
  const soup = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(soup, fc.uint8Array({ maxLength: 20 }), async (parts, tail) => {
      const bytes = Buffer.concat([Buffer.from(parts.join('')), tail]);
      const read = await readPage(bytes, { contentType: 'text/html' }).catch((error: unknown) => error);
      expect(read instanceof Unreadable || typeof (read as { text: string }).text === 'string').toBe(true);
    }),
    { numRuns: 25 },
  );
});
