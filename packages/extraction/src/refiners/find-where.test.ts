import { describe, expect, it } from 'vitest';
import { eventsOf } from '../testing/article.ts';

/** Name of the place of the last event of a type. */
const placeOf = (text: string, type: string): string | null | undefined => {
  const event = eventsOf(text).findLast((other) => other.type === type);
  return event && (event.where?.name ?? null);
};

describe('where it happened', () => {
  it.each([
    // below the verb, before what another verb reaches
    ['Rockets hit the city of Barda while Yerevan denied firing on Ganja.', 'attack', 'Barda'],
    ['Ankara supports the army that shelled Tartar on Friday.', 'attack', 'Tartar'],
    ['Kyiv said that Russian missiles had hit Odesa.', 'attack', 'Odesa'],
    // lines and lands without a name of their own
    ['Skirmishes broke out between Armenia and Azerbaijan on the border on Sunday.', 'clash', 'border'],
    ['Ukrainian troops shelled Russian positions along the front line.', 'attack', 'front line'],
    ['Armenian artillery fired on Azerbaijani cities far from the front.', 'attack', 'Azerbaijani'],
    ['Azerbaijan shelled the territory of Armenia.', 'attack', 'Armenia'],
    // names that no table has
    ['The army attacked rebel positions in the direction of Sev Lich.', 'attack', 'Sev Lich'],
    ['Smoke rose in Vrabnik at dawn. Vrabnik was shelled by the army.', 'attack', 'Vrabnik'],
    // words that point back
    ['Shusha lies on a mountain. Azerbaijani troops shelled the town in October.', 'attack', 'Shusha'],
    ['Shusha lies on a mountain. Its cathedral was hit by shells in October.', 'attack', 'Shusha'],
    [
      'Troops shelled the town of Shusha. Fighting went on near the town, known in Armenian as Shushi.',
      'clash',
      'Shusha',
    ],
    // what goes on where it began
    [
      'Gunmen attacked a hotel in Mogadishu on Friday. They stormed the building at dusk.',
      'attack',
      'Mogadishu',
    ],
    [
      'The ministers of Armenia and Azerbaijan held talks in Geneva on Friday. The talks lasted ten hours.',
      'talks',
      'Geneva',
    ],
    ['Sudan and the RSF signed a ceasefire at talks in Jeddah.', 'ceasefire', 'Jeddah'],
  ])('%s (%s)', (text, type, place) => {
    expect(placeOf(text, type)).toBe(place);
  });

  it.each([
    ['Kabul had mediated the talks between the two sides.', 'talks'],
    ['The Taliban opened talks with Kabul.', 'talks'],
    ['The truce takes effect at 9 p.m. Khartoum time.', 'ceasefire'],
    ['Pro-Ankara fighters attacked a convoy.', 'attack'],
    ['The delegations held talks at the Foreign Ministry.', 'talks'],
  ])('nowhere that is named: %s', (text, type) => {
    expect(placeOf(text, type)).toBeNull();
  });
});
