import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

const instant = (text: string) => find(eventsOf(text), 'ceasefire')?.effectiveAt?.earliest ?? null;

describe('a start told by "to begin" lies ahead of Saturday, 17 October', () => {
  it.each([
    ['The rebel leader Iven Dask agreed to a ceasefire to begin at noon on Friday.', '2020-10-23'],
    ['The NPA declared a truce on Thursday, to start at midnight on Sunday.', '2020-10-1'],
  ])('%s', (text, day) => {
    expect(instant(text)).toMatch(new RegExp(`^${day}`));
    expect(Date.parse(instant(text) ?? '')).toBeGreaterThan(Date.parse('2020-10-17T20:00:00Z'));
  });
});

describe('the year that a truce goes by', () => {
  const made = (text: string) => find(eventsOf(text), 'ceasefire', 'agreed');

  it('does not date what restores it', () => {
    expect(made('India and Pakistan agreed on Thursday to restore the 2003 ceasefire.')).toMatchObject({
      reality: 'actual',
      when: { earliest: expect.stringMatching(/^2020-10-1[45]/) },
    });
    const ordered = find(
      eventsOf('The ELN on Friday ordered the full restoration of its 2017 ceasefire.'),
      'ceasefire',
    );
    expect(ordered).toMatchObject({ step: 'declared', reality: 'actual' });
  });

  it('dates its making', () => {
    expect(made('Israel and Syria signed the 1974 ceasefire in Geneva.')).toMatchObject({
      reality: 'historical',
      when: { earliest: expect.stringMatching(/^197[34]/) },
    });
  });
});

describe('who is at war', () => {
  it('is no country of a dateline, nor a town where they signed', () => {
    const text = `MACHAKOS, Kenya - Sudan's government and the SPLA signed a truce on Tuesday. It takes effect on Thursday.
Fighting shattered an earlier truce that they had signed in Accra.`;
    const named = eventsOf(text).flatMap((event) => [...who(event, 'party'), ...who(event, 'initiator')]);
    expect(new Set(named)).toEqual(new Set(['country:SD', 'group:splm']));
  });
});

describe('who mediates is not at war', () => {
  it('wherever else the article names them', () => {
    const text = `The warring Sudanese generals agreed on Friday to a truce after talks mediated by the United States and Saudi Arabia.
The army and the Rapid Support Forces had fought for Khartoum since Monday. The United States and Saudi Arabia said the truce was holding.`;
    const named = eventsOf(text).flatMap((event) => [...who(event, 'party'), ...who(event, 'initiator')]);
    expect(named).not.toContain('country:US');
    expect(named).not.toContain('country:SA');
  });
});

describe('a fight told of once', () => {
  it('keeps its day, whose name is nobody in it', () => {
    const [clash, ...others] = eventsOf(
      "The army said 20 soldiers were killed in Monday's clashes with rebels.",
    );
    expect(others).toEqual([]);
    expect(clash).toMatchObject({ type: 'clash', when: { text: 'Monday' } });
    expect(clash?.actors.map(({ name }) => name)).toEqual(['rebels']);
  });
});
