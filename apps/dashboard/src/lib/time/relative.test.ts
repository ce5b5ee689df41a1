import { expect, it } from 'vitest';
import { inLanguage } from '#lib/server/language.ts';
import { relativeWords } from './relative.ts';

const now = '2020-10-17T20:00:00Z';
const away = (hours: number) =>
  relativeWords(new Date(Date.parse(now) + hours * 3_600_000).toISOString(), now);

it('says how far away an instant is, in the unit that matters', () => {
  expect([0.5, 3, 28, -1 / 60, -49, 24 * 40, -24 * 400, 24 * 365 * 6].map(away)).toEqual([
    'in 30 minutes',
    'in 3 hours',
    'in 28 hours',
    '1 minute ago',
    '2 days ago',
    'in 40 days',
    '13 months ago',
    'in 6 years',
  ]);
});

it('says it in the language, with its own forms for two and for few', () => {
  expect(inLanguage('ar', () => [away(3), away(-49)])).toEqual(['خلال 3 ساعات', 'قبل يومين']);
});
