import type { Actor } from '@trucewatch/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Strangers } from './strangers.ts';

const actor = fc
  .constantFrom(
    'group:lions|Lions',
    'group:lions|The Lions',
    'group:lions|Lion Front',
    '|Hill Men',
    '|hill men',
    'country:TD|Chad',
    'country:AM|Armenia',
  )
  .map((text): Actor => {
    const [id = '', name = ''] = text.split('|');
    return { role: 'party', id: id || undefined, name, mention: { start: 0, end: 1, quote: 'x' } };
  });
const foes = fc.array(fc.tuple(actor, actor), { maxLength: 3 });
const articles = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), foes, fc.boolean()), {
  maxLength: 14,
});

test('kept up to date article by article they are what is made of all at once, whatever was there between', () => {
  fc.assert(
    fc.property(articles, (told) => {
      const grown = new Strangers();
      const last = new Map<string, [Actor, Actor][]>();
      let established = new Set<number>();
      for (const [id, now, isWar] of told) {
        grown.put(id, last.get(id) ?? [], now);
        last.set(id, now);
        const before = established;
        // Armenia fights in the first of the known wars.
        established = new Set(isWar ? [0] : []);
        grown.refresh(established, before.size !== established.size);
      }
      const fresh = new Strangers();
      for (const [id, now] of last) fresh.put(id, [], now);
      fresh.refresh(established, true);
      expect(grown.definitions).toEqual(fresh.definitions);
    }),
    { numRuns: 500 },
  );
});
