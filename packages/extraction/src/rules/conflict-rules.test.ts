import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

describe('conflict rules', () => {
  it('attack: active, passive and nominal give the same roles', () => {
    for (const text of [
      'Russian forces shelled Kharkiv on Friday.',
      'Kharkiv was shelled by Russian forces on Friday.',
      'The shelling of Kharkiv by Russian forces continued on Friday.',
    ]) {
      const event = find(eventsOf(text), 'attack');
      expect(who(event, 'initiator'), text).toEqual(['country:RU']);
      expect(event?.where?.name, text).toBe('Kharkiv');
      expect(event?.mode, text).toBe('shelling');
    }
  });

  it('attack: "came under fire" has its subject as target', () => {
    const event = find(eventsOf('The town of Avdiivka came under heavy artillery fire on Friday.'), 'attack');
    expect(event?.where?.name).toBe('Avdiivka');
    expect(who(event, 'initiator')).toEqual([]);
  });

  it('clash: parties from "between"', () => {
    const event = find(
      eventsOf(
        'Heavy clashes between the Sudanese army and the Rapid Support Forces erupted in Khartoum on Friday.',
      ),
      'clash',
    );
    expect(who(event, 'party').sort()).toEqual(['country:SD', 'group:rsf']);
  });

  it('capture: who takes and who cedes', () => {
    expect(who(find(eventsOf('M23 captured Goma on Friday.'), 'capture'), 'initiator')).toEqual([
      'group:m23',
    ]);
    const ceded = find(eventsOf('Armenia ceded the Kalbajar district to Azerbaijan on Friday.'), 'capture');
    expect(who(ceded, 'initiator')).toEqual(['country:AZ']);
    expect(who(ceded, 'recipient')).toEqual(['country:AM']);
  });

  it('talks, exchange, deployment, withdrawal, displacement, detention, protest, sanction, aid, threat', () => {
    expect(
      who(find(eventsOf('Sergey Lavrov met Antony Blinken in Geneva on Friday.'), 'talks'), 'party'),
    ).toEqual(['country:RU', 'country:US']);
    expect(
      find(eventsOf('Russia and Ukraine exchanged 200 prisoners of war on Friday.'), 'exchange'),
    ).toBeDefined();
    expect(who(find(eventsOf('Kenya deployed troops to Goma.'), 'deployment'), 'initiator')).toEqual([
      'country:KE',
    ]);
    expect(
      who(find(eventsOf('Eritrea withdrew its soldiers from Tigray.'), 'withdrawal'), 'initiator'),
    ).toEqual(['country:ER']);
    expect(
      find(eventsOf('Thousands of people fled their homes in Darfur.'), 'displacement')?.casualties[0],
    ).toMatchObject({ of: 'displaced', low: 2000 });
    expect(find(eventsOf('Police arrested dozens of protesters in Yerevan.'), 'detention')).toBeDefined();
    expect(find(eventsOf('Thousands protested in Tbilisi on Friday.'), 'protest')?.where?.name).toBe(
      'Tbilisi',
    );
    expect(
      who(find(eventsOf('The European Union imposed sanctions on Russia.'), 'sanction'), 'recipient'),
    ).toEqual(['country:RU']);
    expect(who(find(eventsOf('Turkey sent humanitarian aid to Syria.'), 'aid'), 'recipient')).toEqual([
      'country:SY',
    ]);
    expect(who(find(eventsOf('Iran threatened to strike Israel.'), 'threat'), 'initiator')).toEqual([
      'country:IR',
    ]);
  });

  it('tells what is planned, feared or denied from what happened', () => {
    const realityOf = (text: string): string | undefined => find(eventsOf(text), 'attack')?.reality;
    expect(realityOf('Israel could attack Tehran.')).toBe('hypothetical');
    expect(realityOf('Israel will attack Tehran.')).toBe('future');
    expect(realityOf('Israel did not attack Tehran.')).toBe('negated');
    expect(realityOf('Israel attacked Tehran.')).toBe('actual');
    expect(realityOf('If Israel attacks Tehran, oil will rise.')).toBe('hypothetical');
  });

  it('a denial goes to the event that is denied, and silence is none', () => {
    const events = eventsOf(
      'Azerbaijan said Armenian forces shelled Terter on Friday. Armenia denied shelling Terter.',
    );
    const attacks = events.filter((event) => event.type === 'attack');
    expect(attacks).toHaveLength(1);
    expect(attacks[0]?.claims.map((claim) => claim.polarity).sort()).toEqual(['accuses', 'denies']);
    const silent = eventsOf(
      'Azerbaijan said Armenian forces shelled Terter on Friday. Armenia said the war must end.',
    );
    expect(silent.flatMap((event) => event.claims).filter((claim) => claim.polarity === 'denies')).toEqual(
      [],
    );
  });

  it('earthquakes attack nobody', () => {
    expect(find(eventsOf('An earthquake killed dozens of people in Gyumri.'), 'attack')).toBeUndefined();
  });

  it.each([
    ['Unarmed monitors have patrolled the island since May.', 'deployment'],
    ['Vanuatu is to monitor the line with some of its 200 soldiers.', 'deployment'],
    ['The Lebanese army reinforces its presence along the border.', 'deployment'],
    ['The Kokang army hoisted its flag in the centre of Laukkai on Friday.', 'capture'],
    ['WFP dispatched 12 trucks carrying food across the border on Friday.', 'aid'],
    ['Some 1,300 refugees were flown to Darwin on Friday.', 'displacement'],
    ['Senegal will try to bring the foes together in Lome next week.', 'talks'],
    ['President Museveni warned that the army would go after the rebels.', 'threat'],
  ] as const)('%s', (text, type) => {
    expect(find(eventsOf(text), type)).toBeDefined();
  });

  it.each([
    'Thirty people sheltering in a church at Suai were hacked to death on Friday.',
    'The president called on the United Nations to withdraw its observers.',
    'The World Food Programme suspended its flights on Friday.',
    'Officials were meeting in Yala on Friday on the epidemic.',
  ])('neither sanctions, flight nor talks: %s', (text) => {
    expect(eventsOf(text).filter(({ type }) => ['sanction', 'displacement', 'talks'].includes(type))).toEqual(
      [],
    );
  });
});
