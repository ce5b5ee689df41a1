import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

test('so many are done at once, the next in their order, and one too many is told at once', async () => {
  const turn = inTurn({ atOnce: 2, waiting: 1 });
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const ask = (name: string) =>
    turn(() => {
      begun.push(name);
      const end = Promise.withResolvers<string>();
      ends.set(name, end);
      return end.promise;
    });
  const all = [ask('a'), ask('b'), ask('c')];
  expect(await ask('d')).toBeNull();
  expect(begun).toEqual(['a', 'b']);
  ends.get('b')?.reject(new Error('broken'));
  await expect(all[1]).rejects.toThrow('broken');
  await Promise.resolve();
  expect(begun).toEqual(['a', 'b', 'c']);
  ends.get('a')?.resolve('a');
  ends.get('c')?.resolve('c');
  expect(await Promise.all([all[0], all[2]])).toEqual(['a', 'c']);
  const after = [ask('e'), ask('f')];
  for (const name of ['e', 'f']) ends.get(name)?.resolve(name);
  expect(await Promise.all(after)).toEqual(['e', 'f']);
});
