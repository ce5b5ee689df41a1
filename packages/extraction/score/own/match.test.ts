import { describe, expect, it } from 'vitest';
import { CorpusCase } from './corpus-case.ts';
import { isNamed, isTime } from './fields.ts';
import { match } from './match.ts';
import { scoreCorpus } from './score-corpus.ts';

const article = CorpusCase.parse({
  id: '000-test',
  conflict: 'nagorno-karabakh',
  style: 'agency',
  publishedAt: '2020-10-18T09:00:00Z',
  text: ['Armenia and Azerbaijan accused each other on Sunday of breaking the ceasefire.'],
  events: [
    {
      type: 'ceasefire',
      step: 'violated',
      quote: 'accused each other',
      initiators: ['Armenia|country:AM'],
      recipients: ['Azerbaijan|country:AZ'],
    },
    {
      type: 'ceasefire',
      step: 'violated',
      quote: 'accused each other',
      initiators: ['Azerbaijan|country:AZ'],
      recipients: ['Armenia|country:AM'],
    },
  ],
});

describe('comparing with labels', () => {
  it('gives each accused side the breach that it is accused of, whatever their order', () => {
    const score = scoreCorpus([{ ...article, events: article.events.toReversed() }]);
    expect(score.events.get('ceasefire/violated')).toMatchObject({ tp: 2, fp: 0, fn: 0 });
    expect(score.fields.rates.get('initiators')).toMatchObject({ tp: 2, fn: 0 });
  });

  it('counts everything as missed when nothing is found', () => {
    const { missed, pairs } = match(article, []);
    expect([missed.length, pairs.length]).toEqual([2, 0]);
  });

  it('says which rules fired where a label was missed', () => {
    const wrong = { ...article.events[0], type: 'capture', step: undefined, quote: 'breaking the ceasefire' };
    const score = scoreCorpus([{ ...article, events: [wrong as (typeof article.events)[number]] }], true);
    expect(score.misses.join('\n')).toMatch(/MISS capture.*\n.* {5}\S+: /);
  });

  it('knows an actor by any of its names or by its id', () => {
    expect(isNamed('Baku|country:AZ', { name: 'the Azeri side', id: 'country:AZ' })).toBe(true);
    expect(isNamed('Fano|group:fano', { name: 'Fano militiamen' })).toBe(true);
    expect(isNamed('Armenia|country:AM', { name: 'Azerbaijan', id: 'country:AZ' })).toBe(false);
  });

  it('takes labelled days as local days of any zone, and minutes to the minute', () => {
    const local = { earliest: '2020-10-16T20:00:00Z', latest: '2020-10-17T19:59:59Z' } as const;
    const rest = { level: 'day', basis: 'derived' } as const;
    expect(isTime('2020-10-17 day', { ...local, ...rest })).toBe(true);
    expect(isTime('2020-10-16 day', { ...local, ...rest })).toBe(false);
    const minute = { earliest: '2020-10-17T20:00:00Z', latest: '2020-10-17T20:00:59Z', ...rest };
    expect(isTime('2020-10-17T20:00Z minute', minute)).toBe(true);
    expect(isTime('2020-10-17T20:01Z minute', minute)).toBe(false);
  });
});
