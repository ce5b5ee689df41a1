import { describe, expect, it } from 'vitest';
import { eventsOf } from '../testing/article.ts';

const violence = ['attack', 'clash', 'detention'];
const told = (text: string) =>
  eventsOf(text)
    .filter(({ type, reality }) => violence.includes(type) && reality === 'actual')
    .map(({ type }) => type);

describe('words of violence that tell of no incident', () => {
  it.each([
    ['with words', 'The senator harshly attacked the president in a radio interview.'],
    ['with words', 'The opposition attacked the government for raising the tax on fuel.'],
    ['with words', 'In two communiques the union launched bitter attacks on the ministry.'],
    ['nothing to shoot at', 'The opposition launched a fierce attack on the budget.'],
    ['nothing to shoot at', 'Beijing hit back at the tariffs with a bombardment of new rules.'],
    ['blame', 'Steelmakers are under fire for bonuses.'],
    ['a quarrel', 'Ministers traded blows over the budget.'],
    ['nothing to shoot at', 'Such acts attack democracy, the bishop said.'],
    ['nothing to shoot at', 'We wish to launch an offensive against unemployment.'],
    ['nothing to shoot at', 'The president has waged a war on drugs for years.'],
    ['judgement', 'The new press law is an attack on the reporters of this country.'],
    ['dismissal', 'The colonel had been fired on 28 January.'],
    ['into the air', 'Before they gave up their rifles, the guerrillas shot them into the air.'],
    ['kind of act', 'She spoke of poverty and of the murder of students.'],
    ['kind of act', 'The plan includes a register of attacks on schools.'],
    ['who they are', 'The country longs for the release of all those who have been abducted.'],
    ['who they are', 'The criminals who attack the population will be tried, the minister said.'],
    ['plan', 'The spy had the mission of killing the president.'],
    ['plan', 'There is always the danger of his being shot from a window.'],
    ['plan', 'The rebels are planning to unleash an offensive in the capital.'],
    ['promise', 'The guerrillas promised to refrain from attacks on public buses.'],
    ['any', 'The army is able to counter any aggression against the population.'],
    ['denied', 'At no time did we bomb villages, the general said.'],
    ['denied', 'We have not seen any of them or arrested any of them.'],
    ['over time', 'Journalists have been murdered, and there is no freedom of the press.'],
    ['usual', 'Those who help the rebels are arrested and handed over to a judge.'],
    ['asked', 'Does a war kill more people than hunger, the president asked.'],
    ['ordered', 'Pilots received orders to take off, intercept, or shoot down the aircraft.'],
    ['denied', 'No priest has been jailed in this country, the envoy said.'],
    [
      'whose bodies',
      'They agreed to exchange prisoners and the bodies of people killed in two weeks of fighting.',
    ],
    [
      'a war that goes on',
      'The ministry called for an end to violence in the conflict between Varenia and Zimland.',
    ],
    ['prevented', 'The guards are there to keep the judges from being murdered.'],
    ['denied', 'What is required is a peaceful solution, not the bombing of cities.'],
    ['kind of act', 'The campaign was characterized by attacks on rural villages.'],
    ['who they are', 'They are worse than the rebels who carry out ambushes.'],
    ['taken as known', 'No senior officer was involved in the assassination of the priests.'],
    ['taken as known', 'The people will resist that savage aggression by the front.'],
    ['what they are at', 'The government is fighting a force that endangers democracy.'],
    ['a war that goes on', 'The talks showed that continuing the war was pointless.'],
    ['long ago', 'Bolivia lost its coast in a war against Chile in 1879.'],
    ['made possible', 'These weapons made it possible to kill thousands of peasants.'],
    [
      'accident',
      'A plane crashed on Friday with nine passengers and a crew of two. The pilot was killed and the plane destroyed four houses.',
    ],
    [
      'accident',
      'THE FLIGHT CRASHED AFTER AN ENGINE FAILED. THREE PASSENGERS WERE KILLED, THE AIRLINER SAID.',
    ],
  ])('%s: %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    ['Guerrillas attacked the presidential palace on Friday.', 'attack'],
    ['The army carried out attacks on villages near the border, witnesses said.', 'attack'],
    ['The minister condemned the bombing of the school in Apopa.', 'attack'],
    ['Gunmen fired on a bus near Cali.', 'attack'],
    [
      'The bomb was planted on the plane by traffickers. The plane crashed and the crew was killed.',
      'attack',
    ],
    ['Two officers were charged with the assassination of the priests in San Salvador.', 'attack'],
    ['A war broke out between Varenia and Zimland in May.', 'clash'],
    ['Soldiers fought guerrillas in the hills near Tegucigalpa.', 'clash'],
    ['Police arrested two men in Lima who had fled from Bogota.', 'detention'],
  ])('its neighbour still does: %s', (text, type) => {
    expect(told(text)).toContain(type);
  });
});
