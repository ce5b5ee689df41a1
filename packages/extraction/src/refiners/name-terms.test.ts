import type { CeasefireStep } from '@trucewatch/schema';
import { describe, expect, it } from 'vitest';
import { eventsOf, find } from '../testing/article.ts';

const nameOf = (text: string, step: CeasefireStep) => find(eventsOf(text), 'ceasefire', step)?.truceName;
const termsOf = (text: string) =>
  find(eventsOf(text), 'ceasefire', 'agreed')?.terms?.map(({ kind, span }) => `${kind}: ${span.quote}`) ?? [];

describe('how a text tells a truce from others', () => {
  it.each([
    ['Russia and Ukraine agreed to an energy ceasefire.', 'agreed', 'energy'],
    ['Ukraine accused Russia of violating the Black Sea truce.', 'violated', 'black sea'],
    ['A shaky, US-brokered 60-day Aleppo ceasefire collapsed in Syria.', 'collapsed', 'aleppo'],
    ['Sudan and the RSF agreed to a local ceasefire in the east of El Fasher.', 'agreed', 'el fasher'],
    ["Syria and the SDF signed last week's nationwide ceasefire.", 'agreed', 'nationwide'],
    ['The Taliban declared a three-day ceasefire for the feast of Eid al-Adha.', 'declared', 'eid al adha'],
    ["Myanmar's army declared a truce with all groups for the floods.", 'declared', 'flood'],
    ['Ethiopia accused Eritrea of breaking the prisoner-exchange truce.', 'violated', 'prisoner exchange'],
    ['Russia and Ukraine agreed to a ceasefire on energy facilities.', 'agreed', 'energy'],
    ['Russia and Ukraine agreed to a truce covering energy infrastructure.', 'agreed', 'energy'],
    ['Russia and Ukraine agreed to halt drone strikes on energy infrastructure.', 'agreed', 'energy'],
    ['Russia and Ukraine agreed to a truce around the Zaporizhzhia power plant.', 'agreed', 'zaporizhzhia'],
    ['Sudan and the RSF agreed to a school truce.', 'agreed', 'school'],
    ['Putin declared an Orthodox Easter truce in Ukraine.', 'declared', 'orthodox easter'],
  ] as const)('%s', (text, step, words) => {
    expect(nameOf(text, step)?.words).toBe(words);
  });

  it.each([
    ['Sudan and the RSF agreed to a new, fragile 60-day humanitarian ceasefire.', 'agreed'],
    ['The Israel-Hamas truce collapsed on Friday.', 'collapsed'],
    ['Armenia accused Azerbaijan of violating the Moscow truce.', 'violated'],
    ["Ukraine accused Russia of violating Saturday's unilateral truce.", 'violated'],
    ['Ukraine accused Russia of violating the so-called UN truce.', 'violated'],
    ['The Syrian army accused the rebels of violating the rebel truce.', 'violated'],
    ['Congo and the M23 signed a ceasefire in Doha.', 'agreed'],
    ['Congo accused the M23 of violating the Luanda ceasefire.', 'violated'],
    ['Russia and Ukraine agreed to a draft ceasefire in Ukraine.', 'agreed'],
    ['The ceasefires in Aleppo and Suwayda collapsed in Syria.', 'collapsed'],
  ] as const)('nothing tells it apart: %s', (text, step) => {
    expect(nameOf(text, step)).toBeUndefined();
  });

  it('quotes the words', () => {
    const text = 'Russia and Ukraine agreed to an energy ceasefire.';
    const span = nameOf(text, 'agreed')?.span;
    expect(span?.quote).toBe('energy');
    expect(text.slice(span?.start, span?.end)).toBe('energy');
  });

  it('a headline names what the text tells of first', () => {
    const text =
      'The Syrian army and Druze militias agreed to a ceasefire on Friday. The truce of 2020 collapsed.';
    const events = eventsOf(text, { title: 'Truce for Suwayda' });
    expect(find(events, 'ceasefire', 'agreed')?.truceName).toMatchObject({
      words: 'suwayda',
      span: { quote: 'Suwayda', in: 'title' },
    });
    expect(find(events, 'ceasefire', 'collapsed')?.truceName).toBeUndefined();
  });

  it('the capital in which the sides signed names nothing', () => {
    const text = 'PRETORIA - The Ethiopian government and the TPLF signed a cessation of hostilities.';
    const title = 'Ethiopia and Tigray sign end of hostilities in Pretoria';
    expect(find(eventsOf(text, { title }), 'ceasefire', 'agreed')?.truceName).toBeUndefined();
  });

  it('no verb of a headline is a name', () => {
    const events = eventsOf('Sudan and the RSF agreed to a ceasefire.', { title: 'Foes sign ceasefire' });
    expect(find(events, 'ceasefire', 'agreed')?.truceName).toBeUndefined();
  });

  it('two names in one article are two truces, a name and none may be one', () => {
    const events = eventsOf(
      'Russia and Ukraine agreed to a truce in the Black Sea. The maritime ceasefire took effect on Saturday. The energy ceasefire expired. The truce held.',
    );
    const refs = (step: CeasefireStep) => find(events, 'ceasefire', step)?.ceasefireRefs;
    expect(refs('took_effect')).toEqual(refs('agreed'));
    expect(refs('expired')).not.toEqual(refs('agreed'));
    expect(refs('observed')).toEqual(refs('agreed'));
  });
});

describe('what a truce provides for', () => {
  it.each([
    [
      'Sudan and the RSF agreed to a ceasefire that will be monitored by the African Union.',
      ['monitoring: monitored by the African Union'],
    ],
    [
      'Sudan and the RSF agreed to a truce on Monday. Observers from the African Union will watch over it.',
      ['monitoring: Observers from the African Union'],
    ],
    [
      'Mali and the rebels agreed to a truce. It includes a swap of all prisoners and safe passage for civilians.',
      ['exchange: swap of all prisoners', 'corridor: safe passage for civilians'],
    ],
    [
      'Israel and Hamas agreed to a truce. The deal allows 200 trucks of aid a day to enter the strip.',
      ['humanitarian_access: allows 200 trucks of aid'],
    ],
    [
      'Mali and the rebels agreed to a truce. Both sides are to pull out of the town within a week.',
      ['withdrawal: pull out of the town'],
    ],
    [
      'India and Pakistan agreed to a ceasefire on land, at sea and in the air.',
      ['scope: on land, at sea and in the air'],
    ],
    [
      'Armenia and Azerbaijan agreed to a truce along the line of contact.',
      ['scope: along the line of contact'],
    ],
    [
      'Russia and Ukraine agreed to a truce. It covers ports and merchant ships.',
      ['scope: covers ports and merchant ships'],
    ],
    [
      'Russia and Ukraine agreed to a ceasefire limited to attacks on energy facilities.',
      ['scope: limited to attacks on energy facilities'],
    ],
  ])('%s', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it.each([
    'UN observers said that Sudan and the RSF agreed to a truce after the army released 12 prisoners.',
    'Sudan and the RSF agreed to a truce. The army withdrew from the town and freed 12 prisoners on Tuesday.',
    'Sudan and the RSF agreed to a truce without a withdrawal of troops.',
    'Sudan and the RSF agreed to a truce. The RSF withdrew from the talks. Aid convoys will be allowed in.',
  ])('tells no term: %s', (text) => {
    expect(termsOf(text)).toEqual([]);
  });

  it('says nothing of a breach', () => {
    const events = eventsOf('Sudan violated the truce with the RSF. Prisoners are to be exchanged.');
    expect(find(events, 'ceasefire', 'violated')?.terms).toBeUndefined();
  });
});
