import { expect, it } from 'vitest';
import { getLocale } from '#lib/paraglide/runtime.js';
import { chosenLanguage, inLanguage } from './language.ts';

it('speaks the language chosen before, else the one the browser asks for, else English', () => {
  expect(chosenLanguage('ar', 'en-GB,en;q=0.9')).toBe('ar');
  expect(chosenLanguage(undefined, 'fr-FR,fr;q=0.9,ar-SY;q=0.8,en;q=0.7')).toBe('ar');
  expect(chosenLanguage('klingon', null)).toBe('en');
});

it('keeps requests that run at once in their own languages', async () => {
  const later = async () => {
    await Promise.resolve();
    return getLocale();
  };
  expect(await Promise.all([inLanguage('ar', later), inLanguage('en', later)])).toEqual(['ar', 'en']);
});
