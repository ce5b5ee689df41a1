import { expect, it } from 'vitest';
import { progressBar } from './progress-bar.ts';

it('shows how much is read and how many articles are done, to a person only', () => {
  const written: string[] = [];
  const bar = progressBar(1_000, true, (text) => written.push(text));
  bar.read(500);
  bar.done(1_234);
  bar.end();
  expect(written.at(-2)).toMatch(/█{12}░{12} 50 % {2}1,234 articles, [\d,]+ a second/);
  const silent: string[] = [];
  const unseen = progressBar(1_000, false, (text) => silent.push(text));
  unseen.done(5);
  unseen.end();
  expect(silent).toEqual([]);
});
