import { AttackMode, ceasefireSteps, eventTypes, Reality } from '@trucewatch/schema';
import { describe, expect, it } from 'vitest';
import { floors } from './floors.ts';
import { placesOf } from './quoted.ts';
import { corpusFiles, readCase, readCorpus } from './read-corpus.ts';
import { scoreCorpus } from './score-corpus.ts';

const cases = readCorpus();
const events = cases.flatMap((article) => article.events);

describe('the own corpus', () => {
  it.each(corpusFiles())('%s quotes its article', (file) => {
    const article = readCase(file);
    expect(`${article.id}.json`).toBe(file);
    const quotes = article.events.flatMap(({ quote, also }) => [quote, ...also]);
    expect(quotes.filter((words) => placesOf(words, article).length === 0)).toEqual([]);
  });

  it('is large and of many wars and styles', () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
    expect(
      new Set(cases.map(({ conflict }) => conflict).filter((name) => name !== 'none')).size,
    ).toBeGreaterThanOrEqual(15);
    expect(new Set(cases.map(({ style }) => style)).size).toBeGreaterThanOrEqual(7);
    expect(cases.filter((article) => article.events.length === 0).length).toBeGreaterThanOrEqual(8);
  });

  it.each([
    ['type', eventTypes, events.map(({ type }) => type)],
    ['step', ceasefireSteps, events.map(({ step }) => step)],
    ['mode', AttackMode.options, events.map(({ mode }) => mode)],
    ['reality', Reality.options, events.map(({ reality }) => reality)],
  ] as const)('has every %s', (_, all, used) => {
    expect(all.filter((value) => !(used as readonly unknown[]).includes(value))).toEqual([]);
  });

  it('is extracted no worse than before', () => {
    const { events: kinds, fields } = scoreCorpus(cases);
    const reached = {
      ceasefire: kinds.get('ceasefire')?.f1,
      other: kinds.get('other')?.f1,
      reality: fields.shares.get('reality')?.value,
      ...Object.fromEntries([...fields.rates].map(([name, rates]) => [name, rates.f1])),
    } as Record<string, number | undefined>;
    const below = Object.entries(floors).filter(([name, floor]) => (reached[name] ?? 0) < floor);
    expect(below, JSON.stringify(reached)).toEqual([]);
  });
});
