import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const dashboard = join(import.meta.dirname, '../../..');
const variants = z.strictObject({
  declarations: z.array(z.string()),
  selectors: z.array(z.string()),
  match: z.record(z.string(), z.string()),
});
const messageFile = z.record(z.string(), z.union([z.string(), z.tuple([variants])]));
const settings = z
  .object({
    baseLocale: z.string(),
    locales: z.array(z.string()),
    'plugin.inlang.messageFormat': z.object({ pathPattern: z.array(z.string()) }),
  })
  .parse(JSON.parse(readFileSync(join(dashboard, 'project.inlang/settings.json'), 'utf8')));

interface Message {
  area: string;
  /** Every sentence that it may become. */
  texts: string[];
  variants: z.infer<typeof variants> | null;
}

function messages(locale: string): Map<string, Message> {
  const all = new Map<string, Message>();
  for (const file of globSync(`messages/${locale}/*.json`, { cwd: dashboard }).sort()) {
    const found = messageFile.parse(JSON.parse(readFileSync(join(dashboard, file), 'utf8')));
    for (const [key, value] of Object.entries(found)) {
      if (all.has(key)) throw new Error(`${key} stands in ${file} and in ${all.get(key)?.area}.json`);
      const several = typeof value === 'string' ? null : value[0];
      const texts = typeof value === 'string' ? [value] : Object.values(value[0].match);
      all.set(key, { area: basename(file, '.json'), texts, variants: several });
    }
  }
  return all;
}

/** Names of what is filled in and of markup, in alphabetical order. */
const placeholders = (text: string) => [...new Set(text.match(/\{[#/]?\w+\/?\}/g))].sort();

/** Of all its variants together: "one article" need not say its number. */
const fillings = (message: Message) => [...new Set(message.texts.flatMap(placeholders))].sort();

const english = messages(settings.baseLocale);

it('lists every file of words in the settings: one that is missing there is silently not read', () => {
  const areas = globSync('messages/*/*.json', { cwd: dashboard }).map((file) => basename(file));
  const listed = settings['plugin.inlang.messageFormat'].pathPattern.map((pattern) => basename(pattern));
  expect([...new Set(areas)].sort()).toEqual([...listed].sort());
  const languages = new Set(
    globSync('messages/*/*.json', { cwd: dashboard }).map((file) => basename(dirname(file))),
  );
  expect([...languages].sort()).toEqual([...settings.locales].sort());
});

it('gives each first word of a name to one file, so that no two files claim one name', () => {
  const files = Map.groupBy(english.entries(), ([key]) => key.split('_')[0]);
  const shared = [...files].filter(([, found]) => new Set(found.map(([, { area }]) => area)).size > 1);
  expect(shared.map(([word]) => word)).toEqual([]);
});

describe.each(settings.locales)('the words in %s', (locale) => {
  const words = messages(locale);

  it('are the same messages in the same files as in English', () => {
    const filed = (all: Map<string, Message>) => [...all].map(([key, { area }]) => `${area}: ${key}`).sort();
    expect(filed(words)).toEqual(filed(english));
  });

  it('are all said, and fill in the same as in English', () => {
    for (const [key, message] of words) {
      expect([key, fillings(message)]).toEqual([key, fillings(english.get(key) ?? message)]);
      expect([key, message.texts.some((text) => text.trim() === '')]).toEqual([key, false]);
    }
  });

  it('have every plural form that the language has', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    for (const [key, { variants: several }] of words) {
      const plural = several?.declarations.find((line) => line.endsWith(': plural'))?.split(' ')[1];
      if (!several || !plural) continue;
      const found = Object.keys(several.match).flatMap(
        (match) => new RegExp(`\\b${plural}=(\\w+)`).exec(match)?.[1] ?? [],
      );
      expect([key, [...new Set(found)].sort()]).toEqual([key, forms]);
    }
  });
});
