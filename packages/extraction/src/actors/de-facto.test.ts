import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

const attackers = (text: string) => who(find(eventsOf(text), 'attack'), 'initiator');

describe('whom words for a de-facto authority stand for', () => {
  it.each([
    ['Fighting flared in Abkhazia. Separatist forces shelled a Georgian village.', ['group:abkhazia']],
    [
      'Fighting flared in South Ossetia. The army of the breakaway region shelled Gori.',
      ['group:south-ossetia'],
    ],
    ['Nagorno-Karabakh lies in Azerbaijan. Ethnic Armenian forces shelled Terter.', ['group:artsakh']],
    ['Armenia and Azerbaijan fought. Armenian forces shelled Terter.', ['country:AM']],
  ])('%s', (text, ids) => {
    expect(attackers(text)).toEqual(ids);
  });

  it('of several authorities none is guessed', () => {
    const text = 'Abkhazia and South Ossetia stayed calm. Separatist forces shelled a Georgian village.';
    expect(attackers(text)).toEqual(['Separatist forces']);
  });
});

describe('a state and an armed group at war', () => {
  const war = 'The Houthis and Yemen fought near Taiz.';

  it.each([
    [`${war} The rebels shelled Marib.`, ['group:houthis']],
    [`${war} Government forces shelled Hodeidah.`, ['country:YE']],
    ['India and Pakistan fought in Kashmir. The rebels shelled Uri.', ['rebels']],
  ])('%s', (text, ids) => {
    expect(attackers(text)).toEqual(ids);
  });
});
