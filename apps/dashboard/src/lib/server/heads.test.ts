import { expect, it } from 'vitest';
import { openHeads } from './heads.ts';

/** A database that answers when it is told to, with the number of the question. */
function database() {
  const answers: PromiseWithResolvers<void>[] = [];
  const heads = async () => {
    const answer = Promise.withResolvers<void>();
    answers.push(answer);
    const number = answers.length;
    await answer.promise;
    return { state: String(number), versions: new Map() };
  };
  return { answers, store: { derived: { heads } } };
}

it('asks once for all who want to know, and again when something was announced', async () => {
  const { answers, store } = database();
  const heads = openHeads(store);
  const all = [heads.current(), heads.current()];
  answers[0]?.resolve();
  expect((await Promise.all(all)).map(({ state }) => state)).toEqual(['1', '1']);
  expect((await heads.current()).state).toBe('1');
  heads.forget();
  const fresh = heads.current();
  answers[1]?.resolve();
  expect((await fresh).state).toBe('2');
});

it('never takes an answer to what was asked before a change for one after it', async () => {
  const { answers, store } = database();
  const heads = openHeads(store);
  const before = heads.current();
  heads.forget();
  const after = heads.current();
  answers[1]?.resolve();
  answers[0]?.resolve();
  expect([(await before).state, (await after).state]).toEqual(['1', '2']);
  expect((await heads.current()).state).toBe('2');
});

it('gives what it knows while the database is slow, and says so when it knows nothing', async () => {
  const { answers, store } = database();
  const heads = openHeads(store, { last: 0, longest: 60_000 });
  const first = heads.current();
  answers[0]?.reject(new Error('away'));
  await expect(first).rejects.toThrow('away');
  const second = heads.current();
  answers[1]?.resolve();
  expect((await second).state).toBe('2');
  expect((await heads.current()).state).toBe('2');
  answers[2]?.reject(new Error('away'));
  expect((await heads.current()).state).toBe('2');
});
