import type { Ceasefire } from '@trucewatch/schema';
import { describe, expect, it } from 'vitest';
import { arePartiesRight, isNamed, matchCeasefires } from './match.ts';
import { readStory } from './read-stories.ts';

const sides = { government: ['Syrian government', 'country:SY'], druze: ['Druze'] };

function found(id: string, day: string, mediators: string[]): Ceasefire {
  const moment = {
    earliest: `${day}T00:00:00Z`,
    latest: `${day}T23:59:59Z`,
    level: 'day',
    basis: 'stated',
  } as const;
  return {
    id,
    kind: 'bilateral',
    parties: ['Ukraine', 'Russia'],
    mediators,
    purpose: [],
    announcedAt: moment,
    effectiveAt: null,
    endedAt: null,
    outcome: 'in_effect',
    follows: null,
    because: [],
  };
}

describe('matching what is found with what is expected', () => {
  it('knows a side by whole words of a name or by its id', () => {
    expect(isNamed({ name: 'the Syrian government' }, sides.government)).toBe(true);
    expect(isNamed({ name: 'its army', id: 'country:SY' }, sides.government)).toBe(true);
    expect(isNamed({ name: 'Syrian governments-in-exile' }, sides.government)).toBe(false);
  });

  it('takes all sides and no other, one with a question mark or not', () => {
    expect(arePartiesRight(['government', 'druze'], ['Syrian government', 'Druze militias'], sides)).toBe(
      true,
    );
    expect(arePartiesRight(['government'], ['Syrian government', 'Druze militias'], sides)).toBe(false);
    expect(arePartiesRight(['government', 'druze?'], ['Syrian government'], sides)).toBe(true);
    expect(arePartiesRight(['government'], ['Syrian government', 'Jordan'], sides)).toBe(false);
  });

  it('gives each ceasefire the find that begins closest, each find once, and leaves far ones over', () => {
    const story = readStory('ukraine-energy-sea-easter.json');
    const [expected] = story.expected.conflicts;
    if (!expected) throw new Error('The story expects no conflict.');
    const late = found('late', '2026-04-02', []);
    const finds = [late, found('sea', '2026-03-26', ['United States']), found('energy', '2026-03-17', [])];
    const pairs = matchCeasefires(expected, finds, story);
    expect([...pairs].map(([{ key }, { id }]) => [key, id]).sort()).toEqual([
      ['energy', 'energy'],
      ['sea', 'sea'],
    ]);
  });
});
