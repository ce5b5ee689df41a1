import { expect, test } from 'vitest';
import { event, onDay, report, town } from '../testing/story.ts';
import { timeline } from '../timeline.ts';
import type { Report } from '../told.ts';
import { knownConflicts } from './known.ts';
import { knownSides } from './sides.ts';

const assigned = (...reports: Report[]) =>
  timeline(reports).conflicts.map(({ id, events }) => [id, events?.length]);

const clash = (...actors: string[]) => event(null, { type: 'clash', actors });

test('every name of a side is that side', () => {
  for (const name of [
    'Armenia',
    'Artsakh',
    'the Armenian side',
    'Yerevan',
    'Nagorno-Karabakh defence army',
  ]) {
    const story = report('a', '2020-10-01', clash(`party:${name}`, 'party:Azerbaijani forces'));
    expect(assigned(story)).toEqual([['nagorno-karabakh', 1]]);
  }
});

test('the longest name decides, and the id before any name', () => {
  const syria = knownConflicts.findIndex(({ id }) => id === 'syria');
  const side = (actor: { id?: string; name: string }) =>
    knownSides(actor).find(({ conflict }) => conflict === syria)?.side;
  expect(side({ name: 'the Syrian army' })).toBe(0);
  expect(side({ name: 'Syrian Democratic Forces' })).toBe(2);
  expect(side({ name: 'Damascus', id: 'group:hts' })).toBe(1);
});

test('what a single side says belongs to the war that its article tells of', () => {
  const story = report(
    'a',
    '2020-10-17',
    clash('party:country:AM', 'party:country:AZ'),
    event('observed', { actors: ['initiator:group:artsakh'] }),
    event('agreed'),
    event(null, { type: 'attack', where: town('Ganja', 'AZ') }),
    event(null, { type: 'attack', where: town('Lyon', 'FR') }),
  );
  expect(assigned(story)).toEqual([['nagorno-karabakh', 4]]);
});

test('whoever calls for a truce is not at war', () => {
  const call = event('called_for', {
    actors: ['initiator:country:US', 'initiator:country:IR', 'recipient:country:AM'],
  });
  expect(assigned(report('a', '2020-10-05', clash('party:country:AM', 'party:country:AZ'), call))).toEqual([
    ['nagorno-karabakh', 2],
  ]);
});

test('an outsider who strikes one side of the war that is told of opens no war of its own', () => {
  const strike = event(null, { type: 'attack', actors: ['initiator:country:TR', 'recipient:country:AM'] });
  expect(assigned(report('a', '2020-09-29', clash('party:country:AM', 'party:country:AZ'), strike))).toEqual([
    ['nagorno-karabakh', 2],
  ]);
});

test('two names of one side, or a stranger in a single article, open no war beside one that others tell of', () => {
  const war = report('a', '2020-10-01', clash('party:country:AM', 'party:country:AZ'));
  const oneSide = report(
    'b',
    '2020-10-02',
    event('agreed', { actors: ['party:country:AM', 'party:group:artsakh'] }),
  );
  const stranger = (id: string) => report(id, '2020-10-02', clash('party:country:TR', 'party:country:AZ'));
  expect(assigned(war, oneSide)).toEqual([['nagorno-karabakh', 2]]);
  expect(assigned(war, stranger('c'))).toEqual([['nagorno-karabakh', 2]]);
  expect(assigned(war, stranger('c'), stranger('d'))).toEqual([
    ['nagorno-karabakh', 1],
    ['provisional:az--tr', 2],
  ]);
});

test('two foes that no conflict knows open a provisional one, named by both in one order', () => {
  const one = report('a', '2031-01-01', clash('party:country:UY', 'party:group:river-front'));
  const other = report('b', '2031-01-02', clash('party:group:river-front', 'party:country:UY'));
  expect(assigned(one, other)).toEqual([['provisional:uy--river-front', 2]]);
  expect(timeline([other, one]).conflicts[0]).toMatchObject({ name: 'Uruguay – group:river-front' });
});

test('foes told of here with a canonical id and there by the same name alone are at one war', () => {
  const one = report('a', '2031-01-01', clash('party:country:UY', 'party:group:river-front'));
  const other = report('b', '2031-01-02', clash('party:country:UY', 'party:River Front'));
  expect(assigned(one, other)).toEqual([['provisional:uy--river-front', 2]]);
  expect(assigned(other, one)).toEqual([['provisional:uy--river-front', 2]]);
});

test('what is told as past history opens no conflict', () => {
  const past = event('agreed', {
    actors: ['party:country:AM', 'party:country:AZ'],
    when: onDay('1994-05-12'),
    reality: 'historical',
  });
  expect(assigned(report('a', '2020-10-17', past))).toEqual([]);
});

test('names in the data are written as they are compared, and no id stands on two sides of one war', () => {
  for (const { id, sides } of knownConflicts) {
    const ids = sides.flatMap(({ actors }) => actors);
    expect(new Set(ids).size, id).toBe(ids.length);
    for (const name of sides.flatMap(({ names }) => names)) expect(name).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/);
  }
});
