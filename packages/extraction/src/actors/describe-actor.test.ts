import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeActor } from './describe-actor.ts';

/** Country and role in one word: "SVK MIL". */
const code = (phrase: string, day?: string): string => {
  const { country = '---', role = '---' } = describeActor(phrase, day);
  return `${country} ${role}`;
};

describe('describeActor', () => {
  it.each([
    ['Kenyan soldiers', 'KEN MIL'],
    ['three Greek fighter jets', 'GRC MIL'],
    ['the Nigerian police', 'NGA COP'],
    ['Sudanese farmers', 'SDN AGR'],
    ['masked gunmen', '--- UAF'],
    ['a crowd of protesters', '--- CVL'],
    ['displaced families from Darfur', 'SDN CVL'],
    ["Peru's interior ministry", 'PER GOV'],
    ['Chilean Foreign Minister', 'CHL GOV'],
    ['lawmakers in Tbilisi', 'GEO LEG'],
    ['the IDF', 'ISR MIL'],
    ['Tatmadaw', 'MMR MIL'],
    ['Mossad', 'ISR SPY'],
    ['State Duma', 'RUS LEG'],
    ['TASS', 'RUS GOV'],
    ['the Kremlin', 'RUS GOV'],
    ['Naypyidaw', 'MMR GOV'],
    ['Tamil Tigers', 'LKA REB'],
    ['Sinn Fein', 'GBR PTY'],
    ['Transnistria', 'MDA PRE'],
    ['UN Security Council', 'UNO ---'],
    ['Doctors Without Borders', 'NGO ---'],
    ['US forces', 'USA MIL'],
    ['a rebel spokesman', '--- REB'],
    ['Ghana police chief', 'GHA COP'],
    ['residents of East Jerusalem', 'PSE CVL'],
    ['New Mexico farmers', 'USA AGR'],
    ['Nigerian President Olusegun Obasanjo', 'NGA GOV'],
    ['Liberians', 'LBR CVL'],
    ['a former Ghanaian minister', 'GHA ELI'],
    ['retired general', '--- ELI'],
    ['Kaduna State government', 'NGA GOV'],
  ])('%s is %s', (phrase, expected) => {
    expect(code(phrase)).toBe(expected);
  });

  it('groups are what they were on the day', () => {
    expect(code('the Taliban', '2000-05-01')).toBe('AFG GOV');
    expect(code('the Taliban', '2015-05-01')).toBe('AFG REB');
    expect(code('the Taliban', '2023-05-01')).toBe('AFG GOV');
    expect(code('FARC', '2001-01-01')).toBe('COL REB');
    expect(code('FARC', '2020-01-01')).toBe('COL PTY');
    expect(code('Hayat Tahrir al-Sham', '2020-01-01')).toBe('SYR REB');
  });
  it('people in office are what they were on the day, and ELI after it', () => {
    expect(code('Bashar al-Assad', '2015-01-01')).toBe('SYR GOV');
    expect(code('Bashar al-Assad', '2025-06-01')).toBe('SYR ELI');
    expect(code('Riek Machar', '2014-06-01')).toBe('SSD REB');
    expect(code('US Secretary of State Marco Rubio', '2025-06-01')).toBe('USA GOV');
  });
  it('an accent or an article changes nothing', () => {
    expect(describeActor('the Nicolás Maduro')).toEqual(describeActor('Nicolas Maduro'));
  });
  it('words of judgement tell a role and no side', () => {
    for (const word of ['rebels', 'terrorists', 'insurgents']) expect(code(`Kachin ${word}`)).toBe('MMR REB');
  });
  it('a stranger whose surname is a town has no country', () => {
    expect(describeActor('Amelia Valencia').country).toBeUndefined();
  });
  it('gives an id where the data has one', () => {
    expect(describeActor('Kurdish-led Syrian Democratic Forces').id).toBe('group:sdf');
    expect(describeActor('Moscow').id).toBe('country:RU');
    expect(describeActor('Nato').id).toBe('org:nato');
  });
  it('reads any text without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => describeActor(text).name.length >= 0));
  });
});
