import { hashTemplates, readTemplates } from '../hash.ts';
import type { Words } from '../words.ts';

const atomNames = [
  'w',
  'w-1',
  'w-2',
  'w+1',
  'w+2',
  's1',
  's2',
  's3',
  's4',
  'p1',
  'p2',
  'p3',
  'shape',
  'first',
  'last',
  't-1',
  't-2',
  'c',
  'c-1',
  'c+1',
  'c+2',
  'k',
  's3+1',
  's3-1',
  'f',
  'f-1',
  'f+1',
  'g',
  'g-1',
  'g+1',
  'g+2',
  'g+3',
] as const;
const atomOf = Object.fromEntries(atomNames.map((name, i) => [name, i])) as Record<
  (typeof atomNames)[number],
  number
>;

const plain = `
w|w w-1|w w+1|w-1|w+1|w-2|w+2|w-1 w+1|s1|s2|s3|s4|p1|p2|p3|shape first|shape t-1|t-1|t-1 t-2|t-1 w|t-2 w|t-1 s3|t-1 s2 w+1
c|c t-1|c-1 c|c c+1|c+1|c+1 t-1|t-1 t-2 w|t-1 w+1|t-1 c c+1|k t-1 t-2|s3+1|s3-1|s3 s3+1|w c+1|w w+1 w+2|w w-1 w-2
c+1 c+2 t-1|s2 shape|w t-1 c+1|w+1 w+2|last s2|f|f t-1|f f+1|f-1 f|f s2 t-1`;
/** The second pass also sees what the first made of the words around. */
const afterFirst = `
g|g w|g g+1|g g+1 t-1|g+1|g+1 w|g g+1 g+2|g+2|t-1 g+1|t-1 g|t-1 t-2 g|g s3|g g+1 w|t-1 g+1 w|g g+3|g+1 g+2 w|g-1 g g+1
g c|t-1 g+1 c|g+1 w+1 w|t-1 g+1 g+2`;

const firstTemplates = readTemplates(plain, atomNames);
const secondTemplates = readTemplates(plain + afterFirst, atomNames);
const outside = { before: 0xfff1, after: 0xfff2 };
const atoms = new Int32Array(atomNames.length);

/** The hashed features of the last `fillTagFeatures`. */
export const tagFeatures = new Int32Array(secondTemplates.count);

/**
 * Fills `tagFeatures` for one token and returns how many they are.
 * @param before tags of the two tokens before, the nearer first; -1 outside
 * @param first tags of the first pass, or null in the first pass
 */
export function fillTagFeatures(
  words: Words,
  i: number,
  before: [number, number],
  first: Int32Array | null,
): number {
  const { count } = words;
  const at = (view: Uint32Array, k: number) =>
    k < 0 ? outside.before : k >= count ? outside.after : (view[k] as number);
  const own = (view: Uint32Array) => view[i] as number;
  const set = (name: (typeof atomNames)[number], value: number) => {
    atoms[atomOf[name]] = value;
  };
  set('w', own(words.lower));
  set('w-1', at(words.lower, i - 1));
  set('w-2', at(words.lower, i - 2));
  set('w+1', at(words.lower, i + 1));
  set('w+2', at(words.lower, i + 2));
  set('s1', own(words.suffix1));
  set('s2', own(words.suffix2));
  set('s3', own(words.suffix3));
  set('s4', own(words.suffix4));
  set('p1', own(words.prefix1));
  set('p2', own(words.prefix2));
  set('p3', own(words.prefix3));
  set('shape', own(words.shape));
  set('first', i === 0 ? 1 : 0);
  set('last', i === count - 1 ? 1 : 0);
  set('t-1', before[0] + 1);
  set('t-2', before[1] + 1);
  set('c', own(words.cluster));
  set('c-1', at(words.cluster, i - 1));
  set('c+1', at(words.cluster, i + 1));
  set('c+2', at(words.cluster, i + 2));
  set('k', own(words.coarse));
  set('s3+1', at(words.suffix3, i + 1));
  set('s3-1', at(words.suffix3, i - 1));
  set('f', own(words.finer));
  set('f-1', at(words.finer, i - 1));
  set('f+1', at(words.finer, i + 1));
  if (!first) return hashTemplates(firstTemplates, atoms, tagFeatures);
  const guess = (k: number) => (k < 0 ? outside.before : k >= count ? outside.after : (first[k] as number));
  set('g', guess(i));
  set('g-1', guess(i - 1));
  set('g+1', guess(i + 1));
  set('g+2', guess(i + 2));
  set('g+3', guess(i + 3));
  return hashTemplates(secondTemplates, atoms, tagFeatures);
}
