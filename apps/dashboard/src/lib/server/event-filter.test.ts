import { expect, it } from 'vitest';
import { eventFilter, filterSearch } from './event-filter.ts';

const read = (search: string) => eventFilter(new URLSearchParams(search));

it('reads back what it wrote, with the known time', () => {
  const search =
    '?kind=truce&type=ceasefire%3Aagreed&side=Armenia&place=place%3Aganja&source=The+Courier&told=alleged' +
    '&from=2020-10-10T00%3A00%3A00.000Z&to=2020-10-18T20%3A00%3A00.000Z&page=2';
  expect(filterSearch(read(search))).toBe(search);
  expect(filterSearch({}, '2020-10-12T00:00:00.000Z')).toBe('?asKnownAt=2020-10-12T00%3A00%3A00.000Z');
  expect(filterSearch({})).toBe('');
});

it('takes days whole, and what a form sends without a zone as UTC', () => {
  expect(read('from=2020-10-10&to=2020-10-18')).toMatchObject({
    from: '2020-10-10T00:00:00.000Z',
    to: '2020-10-18T23:59:59.000Z',
  });
  expect(read('from=2020-10-10T08:30').from).toBe('2020-10-10T08:30:00.000Z');
});

it('passes over what is empty or no filter', () => {
  const search = `kind=war&type=ceasefire:burnt&type2=&side=&place=&told=perhaps&from=soon&to=&page=-3&source=${'a'.repeat(400)}`;
  expect(filterSearch(read(search))).toBe('');
  expect(read('type=attack:agreed:twice').type).toBeUndefined();
});
