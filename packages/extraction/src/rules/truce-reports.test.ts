import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

describe('how news tells of truces', () => {
  it('who announces what two others have agreed has brokered it', () => {
    const event = find(
      eventsOf(
        'Israel and Hamas have agreed to a ceasefire in Gaza, Egyptian Foreign Minister Sameh Shoukry announced on Friday.',
      ),
      'ceasefire',
      'agreed',
    );
    expect(who(event, 'mediator')).toEqual(['country:EG']);
    expect(who(event, 'party').sort()).toEqual(['country:IL', 'group:hamas']);
  });

  it('a third state that signs with both sides has brokered the truce', () => {
    const event = find(
      eventsOf(
        'Armenia and Azerbaijan were at war. Russia, Armenia and Azerbaijan signed a ceasefire agreement on Friday.',
      ),
      'ceasefire',
      'agreed',
    );
    expect(who(event, 'party').sort()).toEqual(['country:AM', 'country:AZ']);
    expect(who(event, 'mediator')).toEqual(['country:RU']);
  });

  it('a truce that is to be restored was not agreed now, one that dates from long ago is background', () => {
    const events = eventsOf(
      'France and Germany discussed ways to restore the truce between Armenia and Azerbaijan. The previous truce, reached in Bishkek, dates back to May 1994.',
    );
    const agreed = events.filter((event) => event.step === 'agreed');
    expect(agreed.map((event) => event.reality)).toEqual(['historical']);
  });

  it('a time after the next "that" does not date the start of the truce', () => {
    const events = eventsOf(
      'Armenia and Azerbaijan agreed to a truce from 6 a.m. on Saturday. Armenia said that the town was shelled as soon as the truce began, and that from 9:15 until 9:40 drones flew over it.',
    );
    expect(find(events, 'ceasefire', 'took_effect')?.when?.text ?? null).toBeNull();
  });

  it('a sentence that opens with the truce tells of it with each of its verbs', () => {
    const events = eventsOf(
      'Armenia and Azerbaijan agreed to a truce on Friday. That truce, the second in a month, was signed in Tbilisi and unravelled within hours.',
    );
    expect(find(events, 'ceasefire', 'collapsed')?.reality).toBe('actual');
  });

  it('accused of trampling on the truce: the accused is who broke it, whoever accuses', () => {
    const violation = find(
      eventsOf(
        'Armenia and Azerbaijan agreed to a truce on Friday. Iran accused Azerbaijan of trampling on the truce that was to begin on Saturday.',
      ),
      'ceasefire',
      'violated',
    );
    expect(who(violation, 'initiator')).toEqual(['country:AZ']);
    expect(violation?.when).toBeNull();
  });

  const agreed = 'Armenia and Azerbaijan agreed to a truce from 6 a.m. on Saturday. ';
  const accusedOf = (text: string) =>
    eventsOf(text, { publishedAt: '2020-10-18T12:00:00Z' })
      .filter((event) => event.step === 'violated')
      .map((event) => `${who(event, 'initiator')} ${event.when?.earliest ?? ''}`.trim())
      .sort();

  it('each accused the other of breaking it: one breach a side', () => {
    expect(accusedOf(`${agreed}Before breakfast each accused the other of breaking it.`)).toEqual([
      'country:AM',
      'country:AZ',
    ]);
  });

  it('if one is to be believed it was broken, and the other says the same', () => {
    expect(
      accusedOf(
        `${agreed}Within the hour, if Armenia is to be believed, it was broken; Azerbaijan says the same of Armenia.`,
      ),
    ).toEqual(['country:AM', 'country:AZ']);
  });

  it('attacks alleged right after a complaint say who is accused, and when', () => {
    expect(
      accusedOf(
        `${agreed}The first complaint of a violation came soon. Azerbaijan's Defence Ministry said Armenian troops had shelled its positions at 7:10 a.m. on Saturday. From 8:20 on Sunday, spokesman Aram Petrosyan wrote, Azerbaijani guns were firing at Armenian positions, Armenia's army said.`,
      )[0],
    ).toBe('country:AM 2020-10-17T03:10:00.000Z');
  });

  it('a truce that did not last has collapsed', () => {
    expect(find(eventsOf(`${agreed}It did not last the morning.`), 'ceasefire', 'collapsed')).toBeDefined();
  });

  it('the deal that somebody had mediated, the accord that followed mediation', () => {
    const brokers = (text: string) =>
      eventsOf(text)
        .filter((event) => event.step === 'agreed')
        .flatMap((event) => who(event, 'mediator'));
    expect(brokers(`${agreed}The deal that Iran had mediated was meant to last a week.`)).toEqual([
      'country:IR',
    ]);
    expect(brokers(`${agreed}It followed weeks of German mediation.`)).toEqual(['country:DE']);
  });

  it('after a colon speaks somebody of the side named before it', () => {
    const observed = find(
      eventsOf(
        `${agreed}In the evening the Armenian side sounded calmer: an army official said that the truce was holding.`,
      ),
      'ceasefire',
      'observed',
    );
    expect(observed?.claims.map(({ by }) => by)).toEqual(['Armenian side']);
  });

  it('a relative clause between the truce and its verb', () => {
    const observed = find(
      eventsOf(
        'The ceasefire that Israel, Hezbollah and France agreed on November 27 was holding along the border on Friday.',
      ),
      'ceasefire',
      'observed',
    );
    expect(observed?.when?.text).toBe('Friday');
  });

  it('a group beside which a state fights stands back where the text speaks of the state more', () => {
    const [agreed] = eventsOf(
      "Azerbaijan and the Nagorno-Karabakh republic traded fire in a war over land on Friday. Armenia's army denied a role. Armenia mobilised. Armenia buried its dead. Both sides agreed to a truce.",
    ).filter((event) => event.step === 'agreed');
    expect(who(agreed, 'party').sort()).toEqual(['country:AM', 'country:AZ']);
  });
});

describe('truces in other words', () => {
  it.each([
    ['Rebels violated the regime of silence near Bunia on Friday.', 'violated'],
    ['Zelensky: Easter truce broken 2,935 times', 'violated'],
    ['India and Pakistan announced that they would stop all firing and military action.', 'agreed'],
    ['The church asked the president to withdraw troops, and for a humanitarian pause.', 'called_for'],
  ] as const)('%s', (text, step) => {
    expect(find(eventsOf(text), 'ceasefire', step)).toBeDefined();
  });

  it('who is asked for has broken nothing by name', () => {
    const text = 'Journalists asked how Washington meant to establish who broke the truce.';
    expect(who(find(eventsOf(text), 'ceasefire', 'violated'), 'initiator')).toEqual([]);
  });
});
