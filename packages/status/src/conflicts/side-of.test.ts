import { expect, it } from 'vitest';
import { sideOf } from './side-of.ts';

const karabakh = { id: 'nagorno-karabakh', parties: ['Armenia', 'Azerbaijan'] };

it('puts every name of a side under the name that the conflict has for it', () => {
  expect(sideOf(karabakh, { id: 'group:artsakh', name: 'the Defence Army' })).toBe('Armenia');
  expect(sideOf(karabakh, { name: 'Azerbaijani forces' })).toBe('Azerbaijan');
  expect(sideOf(karabakh, { id: 'country:RU', name: 'Russia' })).toBeNull();
});

it('knows the sides of a provisional conflict by their names', () => {
  const provisional = { id: 'provisional:pe--ec', parties: ['Ecuador', 'Peru'] };
  expect(sideOf(provisional, { id: 'country:PE', name: 'Lima' })).toBe('Peru');
  expect(sideOf(provisional, { name: 'Chile' })).toBeNull();
});
