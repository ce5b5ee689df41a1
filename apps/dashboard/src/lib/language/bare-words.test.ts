import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '../..');

/** The same in every language: this project's name, and a command. */
const allowed = new Set(['Trucewatch', '· Trucewatch', 'npm start']);

/** Attributes that are read by people. */
const spoken = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint', 'tab']);

interface Node {
  type?: string;
  name?: string;
  data?: string;
}

/** English in the markup itself: text, and attributes that are read out. */
function bareWords(file: string): string[] {
  const { fragment } = parse(readFileSync(join(source, file), 'utf8'), { modern: true });
  const found: string[] = [];
  const say = (text: string) => {
    const words = text.trim().replaceAll(/\s+/g, ' ');
    if (/[A-Za-z]{2}/.test(words) && !allowed.has(words)) found.push(`${file}: ${words}`);
  };
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, name, data } = node as Node;
    if (type === 'Attribute' && !spoken.has(name ?? '')) return;
    if (type === 'Text' && data !== undefined) say(data);
    for (const part of Object.values(node)) look(part);
  };
  look(fragment);
  return found;
}

it('finds no words in a component that its message files do not hold', () => {
  const files = globSync('{lib,routes}/**/*.svelte', { cwd: source }).sort();
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(bareWords)).toEqual([]);
});
