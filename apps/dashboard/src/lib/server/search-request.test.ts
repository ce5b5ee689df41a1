import { expect, it } from 'vitest';
import { searchPath, searchRequest } from './search-request.ts';

const read = (query: string) => searchRequest(new URLSearchParams(query));

it('reads what an address asks for, and makes the same address of it', () => {
  const path =
    '/search?q=truce+-aid&in=events&conflict=c&type=ceasefire%3Aviolated&source=A+%26+B&year=2020&page=3';
  const request = read(path.slice('/search?'.length));
  expect(request).toEqual({
    q: 'truce -aid',
    kind: 'events',
    conflict: 'c',
    type: 'ceasefire',
    step: 'violated',
    source: 'A & B',
    year: 2020,
    page: 3,
  });
  expect(request && searchPath(request)).toBe(path);
});

it('passes over filters and pages that are none, and refuses only a query that is too long', () => {
  expect(read('q=a&in=all&type=war:now&year=MMXX&page=0&conflict=')).toMatchObject({
    q: 'a',
    kind: 'articles',
    type: undefined,
    step: undefined,
    year: undefined,
    page: 1,
    conflict: undefined,
  });
  expect(read('q=a&page=1e9&year=99999&type=attack:violated')).toMatchObject({ page: 1, type: 'attack' });
  expect(read('')?.q).toBe('');
  expect(read(`q=${'a'.repeat(201)}`)).toBeNull();
});
