import { describe, expect, it } from 'vitest';
import { eventsOf, find } from '../testing/article.ts';

/** First and last day, in UTC, of an event; published on Saturday, 17 October 2020, at 20:00. */
const days = (event: ReturnType<typeof find>): string | null =>
  event?.when ? `${event.when.earliest.slice(5, 10)} ${event.when.latest.slice(5, 10)}` : null;
const attack = (text: string): string | null =>
  days(eventsOf(text).findLast(({ type }) => type === 'attack'));

describe('when it happened', () => {
  it('a time of its own clause, not of another', () => {
    const events = eventsOf(
      'Azerbaijani troops shelled Stepanakert on Friday after a truce was agreed on 10 October.',
    );
    expect(days(find(events, 'attack'))).toBe('10-15 10-16');
  });

  it('the age of a war, and what it is compared with, date nothing', () => {
    expect(attack('Troops shelled Stepanakert in the six-week-old war.')).toBeNull();
    expect(
      eventsOf('Troops shelled Stepanakert in the heaviest fighting since 1994.').filter(({ when }) => when),
    ).toEqual([]);
  });

  it('the day on which it was said, where no other is told', () => {
    const events = eventsOf('The army said on Friday that it had agreed a ceasefire with the rebels.');
    expect(days(find(events, 'ceasefire', 'agreed'))).toBe('10-16 10-16');
  });

  it('a day goes on until another is named', () => {
    expect(attack('Rockets hit the city of Ganja on Friday. Drones attacked Barda.')).toBe('10-15 10-16');
  });

  it('nothing where the text gives no hint of a day', () => {
    expect(attack('Rockets have repeatedly hit the city of Ganja for weeks.')).toBeNull();
  });

  it('"a week after the truce fell apart" counts back', () => {
    const text =
      'Armenia and Azerbaijan agreed to a ceasefire on Saturday, one week after a truce brokered by Russia fell apart.';
    expect(days(find(eventsOf(text), 'ceasefire', 'collapsed'))).toMatch(/^10-0[89] 10-1[01]$/u);
  });

  it('a truce from one day to another has a start and an end', () => {
    const [event] = eventsOf('The Taliban declared a ceasefire from 20 to 22 October.');
    expect(event?.effectiveAt?.earliest.slice(0, 10)).toBe('2020-10-20');
    expect(event?.until?.latest.slice(0, 10)).toBe('2020-10-22');
  });

  it('"from one day to another" has its end, whatever the halt is called', () => {
    const events = eventsOf(
      'President Duterte ordered troops on Friday to suspend offensive operations from December 24 to January 2.',
    );
    const halt = events.find(({ type }) => type === 'ceasefire');
    expect(halt?.effectiveAt?.text).toBe('December 24');
    expect(halt?.until?.text).toBe('January 2');
  });

  it('a truce agreed so long before its fall is dated by both', () => {
    const events = eventsOf(
      'Sudan and the RSF fought on Thursday, a day after a truce that they had agreed two weeks earlier fell apart.',
    );
    expect(days(find(events, 'ceasefire', 'collapsed'))).toBe('10-13 10-14');
    expect(days(find(events, 'ceasefire', 'agreed'))).toBe('09-29 10-02');
    expect(new Set(events.flatMap(({ ceasefireRefs }) => ceasefireRefs)).size).toBe(1);
  });

  it('without a publication date no relative one', () => {
    const events = eventsOf('Rockets hit the city of Ganja on Friday. Drones attacked Barda.', {
      publishedAt: undefined,
    });
    expect(events.map(({ when }) => when)).toEqual(events.map(() => null));
  });
});

describe('casualties', () => {
  const tolls = (text: string) =>
    eventsOf(text).map(({ type, casualties }) =>
      `${type} ${casualties.map(({ of, low }) => `${of} ${low}`).join(', ')}`.trim(),
    );

  it('hang on the attack that made them, part and whole', () => {
    const [event] = eventsOf(
      'A rocket attack on Ganja killed 13 civilians, including three children, and wounded 50.',
    );
    expect(event?.casualties.map(({ of, low, subsetOf }) => [of, low, subsetOf])).toEqual([
      ['killed', 13, undefined],
      ['killed', 3, 0],
      ['wounded', 50, undefined],
    ]);
  });

  it('of the sentence after it are of the attack just told', () => {
    expect(tolls('A helicopter was shot down in Armenia on Friday. Two crew members were killed.')).toEqual([
      'attack killed 2',
    ]);
  });

  it('of a whole war are no attack', () => {
    expect(tolls('More than 13,000 people have been killed since the war in Donbas began.')).toContain(
      'clash killed 13001',
    );
  });

  it('"hours after the halt to fighting" makes no toll of fighting', () => {
    const text =
      'Overnight shelling on the city of Ganja had left seven people dead, hours after the halt to fighting was to begin.';
    expect(tolls(text)).toContain('attack killed 7');
  });
});
