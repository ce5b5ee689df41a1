import { cutSpan } from '@trucewatch/schema';
import { describe, expect, it } from 'vitest';
import { event } from '../testing/story.ts';
import { readCorrection } from './read-correction.ts';
import { Unreadable } from './unreadable.ts';

const text = 'Armenia said on Friday, 16 October 2020, that 12 soldiers were killed near Ganja.';
const article = { text };
const words = (quote: string) => cutSpan(article, text.indexOf(quote), text.indexOf(quote) + quote.length);
const one = event('e', text, { type: 'attack', actors: ['initiator:Armenia', 'recipient:Azerbaijan'] });

function read(quote: string | null, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readCorrection(form, one, quote === null ? null : words(quote), article);
}
const killed = { what: 'count', 'at-count': 'new', of: 'killed', group: 'military', qualifier: 'exact' };

describe('a correction', () => {
  it('of a number is taken when its words hold it, and refused when they do not', () => {
    const { correction, span } = read('12 soldiers', { ...killed, low: '12', high: '12' });
    expect(correction).toMatchObject({ field: 'casualties', value: [{ of: 'killed', low: 12, high: 12 }] });
    expect(span.quote).toBe('12 soldiers');
    expect(() => read('12 soldiers', { ...killed, low: '13', high: '13' })).toThrow(Unreadable);
    expect(() => read('Friday', { ...killed, low: '12', high: '12' })).toThrow(Unreadable);
  });

  it('of a time is refused when the words name another day', () => {
    const day = { what: 'when', earliest: '2020-10-16T00:00', latest: '2020-10-16T23:59' };
    expect(read('Friday, 16 October 2020', day).correction).toMatchObject({
      field: 'when',
      value: { earliest: '2020-10-16T00:00:00.000Z', level: 'day', text: 'Friday, 16 October 2020' },
    });
    const other = { ...day, earliest: '2020-10-17T00:00', latest: '2020-10-17T23:59' };
    expect(() => read('Friday, 16 October 2020', other)).toThrow(Unreadable);
    expect(() => read('Friday', { ...day, latest: '2020-10-15T00:00' })).toThrow(Unreadable);
  });

  it('of a list puts an entry in, in place of another, or away, and leaves the others', () => {
    const actor = { what: 'actor', role: 'victim' };
    const names = (at: string, quote: string | null) => {
      const { correction } = read(quote, { ...actor, 'at-actor': at });
      return correction.field === 'actors' ? correction.value.map(({ role, name }) => `${role} ${name}`) : [];
    };
    expect(names('new', 'soldiers')).toEqual([
      'initiator Armenia',
      'recipient Azerbaijan',
      'victim soldiers',
    ]);
    expect(names('1', 'soldiers')).toEqual(['initiator Armenia', 'victim soldiers']);
    expect(names('remove:0', null)).toEqual(['recipient Azerbaijan']);
    expect(() => names('7', 'soldiers')).toThrow(Unreadable);
  });

  it('needs words, a field that there is, and a value that it can have', () => {
    expect(() => read(null, { what: 'reality', reality: 'historical' })).toThrow('Select the words');
    expect(() => read('Ganja', { what: 'nothing' })).toThrow('Choose what to decide');
    expect(() => read('Ganja', { what: 'reality', reality: 'perhaps' })).toThrow(Unreadable);
    expect(() => read('Ganja', { what: 'type', kindOfEvent: 'ceasefire' })).toThrow(Unreadable);
  });
});
