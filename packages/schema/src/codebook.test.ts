import { expect, test } from 'vitest';
import { codebook } from './codebook.ts';
import { ceasefireSteps, eventTypes } from './event.ts';

const byName = new Map(codebook().map((entry) => [entry.name, entry]));

test('every concept of the codebook says what it is', () => {
  for (const entry of byName.values()) expect(entry.description, entry.name).not.toBe('');
});

test('the codebook lists every event type and ceasefire step of the vocabulary', () => {
  const event = byName.get('Event');
  const valuesOf = (field: string) => event?.fields.find((each) => each.name === field)?.values;
  expect(valuesOf('type')).toEqual([...eventTypes]);
  expect(valuesOf('step')).toEqual([...ceasefireSteps]);
});

test('it tells required fields from optional ones', () => {
  const required = byName.get('Article')?.fields.filter((field) => field.required);
  expect(required?.map((field) => field.name)).toEqual(['id', 'text']);
});

test('what a conflict is made of has an entry of its own, however deep it lies', () => {
  for (const name of ['Declaration', 'Mediation', 'CeasefireLink', 'CeasefireMeasures', 'CoverageDay', 'Act'])
    expect(byName.get(name)?.fields.length, name).toBeGreaterThan(1);
  expect(byName.get('CeasefireLink')?.fields.find(({ name }) => name === 'type')?.values).toContain('renews');
});
