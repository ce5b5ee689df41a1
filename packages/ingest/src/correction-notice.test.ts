import { expect, test } from 'vitest';
import { correctionNotice } from './correction-notice.ts';

test.each([
  ['CORRECTED-Truce in Alda holds', 'corrects', 'Truce in Alda holds'],
  ['Correction: Truce in Alda holds', 'corrects', 'Truce in Alda holds'],
  ['(Corrected) Truce in Alda holds', 'corrects', 'Truce in Alda holds'],
  ['Truce in Alda holds [corrected]', 'corrects', 'Truce in Alda holds'],
  ['REFILE - Truce in Alda holds', 'corrects', 'Truce in Alda holds'],
  ['WITHDRAWN: Truce in Alda holds', 'withdraws', 'Truce in Alda holds'],
  ['Truce in Alda holds (retracted)', 'withdraws', 'Truce in Alda holds'],
])('%s', (headline, is, title) => {
  expect(correctionNotice(headline)).toEqual({ is, title });
});

test.each([
  'Correction officers walk out',
  'Withdrawn troops return to Alda',
  'Kill switch found in drones',
  'Truce in Alda holds',
  'Corrected',
  `CORRECTED-${'x'.repeat(600)}`,
])('no notice: %s', (headline) => {
  expect(correctionNotice(headline)).toBeNull();
});
