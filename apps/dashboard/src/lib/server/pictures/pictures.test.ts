import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formalWords } from '#lib/status/words.ts';
import { badge } from './badge.ts';
import { cardPicture } from './card.ts';
import { colours, rulesOf } from './palette.ts';
import { png } from './png.ts';
import { widthOf, wrapped } from './text.ts';

const axis = { since: null, rule: null, because: [] };
const status = {
  at: '2020-10-17T20:00:00.000Z',
  formal: { ...axis, value: 'in_effect' as const },
  compliance: { ...axis, value: 'no_reports' as const },
};
const card = {
  kicker: 'Ceasefire status',
  title: 'Karabakh',
  about: 'Armenia and Azerbaijan',
  foot: 'Now',
  host: 'truce.example',
};
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '</svg><script>alert(1)</script>',
    '"onload="alert(1)',
    '&x; <![CDATA[',
    'W'.repeat(5_000),
    '',
  ),
);

it('takes every colour from the style sheets of the pages', () => {
  for (const value of Object.keys(formalWords)) {
    expect(colours[`s-${value}`]?.light).toMatch(/^#/);
    expect(colours[`o-${value}`]?.dark).toMatch(/^#/);
  }
  expect(colours['s-in_effect']).toEqual({ light: '#0a6a94', dark: '#56b4dd' });
  expect(rulesOf('auto')).toContain('prefers-color-scheme:dark');
  expect(rulesOf('dark')).not.toContain('#0a6a94}.s-in');
});

it('draws a name of any kind as a name', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      for (const svg of [
        badge(name, status),
        cardPicture({ ...card, title: name, about: name, quote: name }),
      ]) {
        expect(svg).not.toMatch(/<script|onload="|<!\[CDATA/);
        expect(svg.match(/<svg/g)).toHaveLength(1);
        expect(svg.length).toBeLessThan(30_000);
      }
    }),
  );
});

it('keeps lines within their width, however long a word is', () => {
  fc.assert(
    fc.property(hostile, fc.integer({ min: 1, max: 4 }), (text, most) => {
      const lines = wrapped(text, 30, 400, most);
      expect(lines.length).toBeLessThanOrEqual(most);
      for (const line of lines) expect(widthOf(line, 30)).toBeLessThanOrEqual(400);
    }),
  );
});

it('makes a PNG of the size that social media ask for, once for all who ask', async () => {
  const svg = cardPicture({ ...card, title: 'Şuşa \u202eعربي </svg>' });
  const [one, same] = [png(svg), png(svg)];
  expect(same).toBe(one);
  const bytes = Buffer.from((await one) ?? []);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
});

it('says so when a picture cannot be drawn, and draws the next', async () => {
  await expect(png('no picture')).rejects.toThrow('could not be drawn');
  expect((await png(cardPicture(card)))?.length).toBeGreaterThan(1_000);
});
