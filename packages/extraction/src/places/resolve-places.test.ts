import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findActors } from '../actors/find-actors.ts';
import type { Line } from '../document.ts';
import { findPlaces } from './find-places.ts';
import { resolvePlaces } from './resolve-places.ts';

function resolved(sentences: readonly string[]): Line[] {
  const lines = sentences.map((source) => {
    const actors = findActors(source, 0, source.length);
    return { source, actors, places: findPlaces(source, 0, source.length, actors) } as unknown as Line;
  });
  resolvePlaces(lines);
  return lines;
}
/** The places of an article of these sentences, `name → id`, in order. */
function placesOf(...sentences: string[]): string[] {
  return resolved(sentences).flatMap((line) => line.places.map(({ name, place }) => `${name} → ${place.id}`));
}
/** Country and province of the first place of the first sentence. */
function whereIs(...sentences: string[]): string | undefined {
  const place = resolved(sentences)[0]?.places[0]?.place;
  return place?.unit?.split('.').slice(0, 2).join('.') ?? place?.countryCode;
}

describe('a name that several places share', () => {
  it.each([
    ['Talks went on in Paris.', 'FR'],
    ['A fire broke out in Paris, Texas.', 'US.TX'],
    ['A fire broke out in Paris, TX.', 'US.TX'],
    ['A couple from Oxford, N.C., was found.', 'US.NC'],
    ['The march in London, Ont., ended.', 'CA.08'],
    ['A court in Hyderabad, Pakistan, ruled.', 'PK'],
    ['Shells fell near Tripoli, Lebanon.', 'LB'],
  ])('is what the text puts behind it: %s', (sentence, unit) => {
    expect(whereIs(sentence)?.startsWith(unit)).toBe(true);
  });
  it('is the town of the country that the article speaks of', () => {
    expect(
      whereIs('Shelling hit Tripoli.', 'Lebanese troops stood by.', 'Lebanon protested.', 'Beirut was calm.'),
    ).toMatch(/^LB/u);
    expect(
      whereIs('Shelling hit Tripoli.', 'Libyan troops stood by.', 'Libya protested.', 'Benghazi was calm.'),
    ).toMatch(/^LY/u);
  });
  it('of a province is told by other names of that province', () => {
    expect(whereIs('Police in London said so.', 'It happened in Ontario.', 'Windsor, Ont., is near.')).toBe(
      'CA.08',
    );
  });
  it('of Georgia is the country among Caucasian names, the state among American ones', () => {
    expect(placesOf('Shots were heard in Georgia.', 'Tbilisi blamed Russia.')[0]).toBe(
      'Georgia → country:GE',
    );
    expect(
      placesOf('A storm hit Georgia.', 'Florida and Alabama were spared.', 'Atlanta lost power.')[0],
    ).toBe('Georgia → place:georgia-us');
  });
  it('of New York is the state where a state is meant', () => {
    expect(placesOf('They met in New York.')[0]).toMatch(/geonames:/u);
    expect(placesOf('He lives in Buffalo, New York.')[1]).toBe('New York → place:new-york-state');
  });
});

describe('a name that is no place', () => {
  it.each([
    ['Chad Foster opened the meeting.'],
    ['Police questioned Jordan Smith, 23, for hours.'],
    ['Students of Boston University protested.'],
    ['The Minsk Group met again.'],
    ['Can you imagine it?'],
    ['President Lincoln spoke.'],
    ['A White House statement followed.'],
  ])('is left out: %s', (sentence) => {
    expect(placesOf(sentence)).toEqual([]);
  });
  it('is left out everywhere when it is a surname in the article', () => {
    expect(
      placesOf('Cassandra Campbell was there.', 'Campbell said no.', 'The mother of Campbell wept.'),
    ).toEqual([]);
  });
  it('does not hide the place of the same name', () => {
    expect(placesOf('Rebels entered Chad.')).toEqual(['Chad → country:TD']);
  });
});

describe('what counts as a place', () => {
  it.each([
    ['Ships burned in the Black Sea.', 'place:black-sea'],
    ['Troops crossed the Litani River.', 'place:litani'],
    ['They fled to the Nuba Mountains.', 'place:nuba-mountains'],
    ['Clashes spread in Laurel County.', 'geonames-unit:US.KY.125'],
    ['Shells hit Saltivka at dawn.', 'place:saltivka'],
    ['Floods reached Zamfara.', 'place:zamfara'],
  ])('%s', (sentence, id) => {
    expect(placesOf(sentence).at(-1)).toMatch(new RegExp(`→ ${id}`, 'u'));
  });
  it('the names of both sides mean one place', () => {
    for (const [one, other] of [
      ['Stepanakert', 'Khankendi'],
      ['Derry', 'Londonderry'],
      ['Kyiv', 'Kiev'],
      ['Diyarbakir', 'Amed'],
    ])
      expect(placesOf(`Shots were heard in ${one}.`)[0]?.split('→')[1]).toBe(
        placesOf(`Shots were heard in ${other}.`)[0]?.split('→')[1],
      );
  });
  it('letters count in capitals only', () => {
    expect(placesOf('Us they never saw.', 'The US answered.')).toEqual(['US → country:US']);
  });
});

describe('hostile text', () => {
  it('is read without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(placesOf(text))));
  });
  it('costs no more than its length', () => {
    for (const word of ['San ', 'St. ', 'New York, ', 'Paris, Texas, ', 'A. ', 'Ky. '])
      expect(placesOf(word.repeat(20_000)).length).toBeGreaterThanOrEqual(0);
  });
});
