import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

const types = (text: string) => eventsOf(text).map(({ type }) => type);

describe('attacks', () => {
  it.each([
    ['Ukrainian drones struck an oil depot near Ryazan on Friday.', 'drone'],
    ['Gunmen opened fire on a minibus in Quetta on Friday, killing three people.', 'shooting'],
    ['A suicide bomber blew himself up outside a mosque in Peshawar on Friday.', 'suicide_bombing'],
    ['A patrol hit a roadside mine near Gao on Friday and two soldiers were killed.', 'landmine'],
    ['Army helicopters bombed rebel positions near Myitkyina on Friday.', 'airstrike'],
    ['Mortar shells landed on the outskirts of Donetsk on Friday.', 'shelling'],
    ['Militants rained rockets on Sderot on Friday.', 'missile'],
    ['Rebels surged into the suburbs of Monrovia on Friday.', undefined],
    ['A lorry drove over an explosive device near Ber on Friday.', 'landmine'],
    ['Turkey bombs Kurdish targets in northern Iraq', 'airstrike'],
    ['Warplanes pounded Arbin and Saqba on Friday.', 'airstrike'],
    ['A shepherd stepped on a landmine near Gao on Friday and lost a leg.', 'landmine'],
    ['Ten people were gunned down in Quetta on Friday.', 'shooting'],
    ['Washington answered with 44 cruise missiles against targets in the south of Iraq.', 'missile'],
    ['A bridge near Dubasari came under machine-gun fire on Friday.', 'shooting'],
    ['Russia said on Friday that it had repelled attempts by Ukrainian forces to advance.', 'ground_assault'],
    ['Hundreds of fighters stormed the barracks in Djibo on Friday.', 'ground_assault'],
    ['Soldiers torched dozens of houses in a village near Sagaing on Friday.', 'other'],
    ['SIX PEOPLE WERE KILLED WHEN A CAR BOMB EXPLODED IN BOGOTA ON FRIDAY.', 'bombing'],
  ])('%s', (text, mode) => {
    const attack = find(eventsOf(text), 'attack');
    expect(attack).toBeDefined();
    expect(attack?.mode).toBe(mode);
  });

  it('two main clauses with weapons of their own tell two attacks', () => {
    const attacks = eventsOf(
      'Gunboats shelled the coastal road near Sidon on Friday, and six rockets fell on Haifa, wounding one man.',
    ).filter(({ type }) => type === 'attack');
    expect(attacks.map(({ mode, where }) => `${mode} ${where?.name}`)).toEqual([
      'shelling Sidon',
      'missile Haifa',
    ]);
  });

  it('who is fended off has attacked', () => {
    const text = 'Ukraine said on Friday that it had foiled an attempt by Russian troops to storm Orikhiv.';
    expect(who(find(eventsOf(text), 'attack'), 'initiator')).toEqual(['country:RU']);
  });

  it('talks that "wound up" hurt nobody', () => {
    expect(types('Talks between Ethiopia and the OLA wound up in Zanzibar on Friday.')).toEqual(['talks']);
  });

  it('whose weapons they are says who attacks', () => {
    expect(
      who(find(eventsOf('Indian missiles hit a camp near Muzaffarabad on Friday.'), 'attack'), 'initiator'),
    ).toEqual(['country:IN']);
  });

  it('"in retaliation for" tells a second attack the other way round', () => {
    const attacks = eventsOf(
      'Israeli jets bombed a Syrian airfield on Friday in retaliation for rocket fire on the Golan Heights.',
    ).filter(({ type }) => type === 'attack');
    expect(attacks.map((attack) => who(attack, 'initiator').join())).toEqual(['country:IL', 'country:SY']);
  });

  it('who claims responsibility has done it, who condemns it has not', () => {
    expect(
      who(
        find(
          eventsOf('Al-Shabaab claimed responsibility for the attack on the hotel in Mogadishu on Friday.'),
          'attack',
        ),
        'initiator',
      ),
    ).toEqual(['group:al-shabaab']);
    expect(
      who(
        find(eventsOf('France condemned the attack on the hotel in Mogadishu on Friday.'), 'attack'),
        'initiator',
      ),
    ).toEqual([]);
  });

  it('what is brought to an end, or done by nature, is none', () => {
    expect(types('The two armies agreed to stop shelling villages along the border.')).not.toContain(
      'attack',
    );
    expect(types('A storm hit the town of Beira on Friday and destroyed hundreds of houses.')).not.toContain(
      'attack',
    );
  });
});

describe('fighting', () => {
  it('a war that is merely spoken of is no clash', () => {
    expect(types('The minister spoke of the war and of grain prices.')).not.toContain('clash');
    expect(types('Fighting erupted south of Alamata on Friday.')).toContain('clash');
  });

  it('nobody clashes with an illness', () => {
    expect(types('Doctors are fighting cholera in the camps around Goma.')).not.toContain('clash');
  });
});

describe('territory and movement', () => {
  it('entering a town in arms, driving others out of it, and its fall', () => {
    expect(who(find(eventsOf('M23 rebels marched into Bukavu on Friday.'), 'capture'), 'initiator')).toEqual([
      'group:m23',
    ]);
    expect(find(eventsOf('The army drove the rebels out of the town on Friday.'), 'capture')).toBeDefined();
    expect(
      who(find(eventsOf('The fall of Goma to M23 shocked the region.'), 'capture'), 'recipient'),
    ).toEqual([]);
  });

  it('"take part" takes nothing', () => {
    expect(types('Turkey will take part in the mission in Kabul.')).not.toContain('capture');
  });

  it('troops that leave, troops that come', () => {
    expect(find(eventsOf('The last French soldiers left Niger on Friday.'), 'withdrawal')).toBeDefined();
    expect(
      find(eventsOf('Four hundred Kenyan police officers landed in Haiti on Friday.'), 'deployment'),
    ).toBeDefined();
    expect(types('The minister left Niger on Friday.')).not.toContain('withdrawal');
  });

  it('people driven from their homes', () => {
    expect(
      find(eventsOf('The fighting has driven 20,000 people from their homes.'), 'displacement'),
    ).toBeDefined();
  });

  it('kidnappings by noun and verb; police work against thieves is none', () => {
    expect(
      find(eventsOf('Boko Haram kidnapped forty schoolgirls in Borno on Friday.'), 'detention'),
    ).toBeDefined();
    expect(types('Police arrested two car thieves in Bergen on Friday.')).not.toContain('detention');
  });
});
