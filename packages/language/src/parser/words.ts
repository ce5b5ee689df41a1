import { hashString } from './hash.ts';

/** Word clusters: hash of a lower-case word to its cluster in each of three sizes; 0 is unknown. */
export interface Clusters {
  /** About 400 clusters. */
  of(word: number): number;
  /** About 1,200 clusters. */
  finerOf(word: number): number;
  /** About 50 clusters, of the 400. */
  coarseOf(cluster: number): number;
}

const wordViews = [
  'form',
  'lower',
  'shape',
  'suffix1',
  'suffix2',
  'suffix3',
  'suffix4',
  'prefix1',
  'prefix2',
  'prefix3',
  'cluster',
  'finer',
  'coarse',
] as const;
type WordView = (typeof wordViews)[number];

/** What features see of the words of one sentence, by token; room grows with the longest sentence. */
export type Words = { count: number } & Record<WordView, Uint32Array>;

const longestMemory = 60_000;

/** Turns forms into hashed views. Views of a form are computed once and remembered: news repeats its words. */
export class WordReader {
  readonly words: Words;
  private readonly clusters: Clusters;
  private readonly known = new Map<string, Uint32Array>();

  constructor(clusters: Clusters, room = 128) {
    this.clusters = clusters;
    this.words = emptyWords(room);
  }

  /** Fills `words` with a sentence. `reverse` reads it from its end. */
  read(forms: readonly string[], reverse = false): Words {
    const { words } = this;
    const count = forms.length;
    if (words.form.length < count) Object.assign(words, emptyWords(count * 2));
    words.count = count;
    for (let i = 0; i < count; i++) {
      const views = this.viewsOf(forms[reverse ? count - 1 - i : i] as string);
      for (let k = 0; k < wordViews.length; k++) words[wordViews[k] as WordView][i] = views[k] as number;
    }
    return words;
  }

  private viewsOf(form: string): Uint32Array {
    const known = this.known.get(form);
    if (known) return known;
    const views = viewsOf(form, this.clusters);
    if (this.known.size >= longestMemory) this.known.clear();
    // A made-up word of a million letters is not worth remembering.
    if (form.length < 100) this.known.set(form, views);
    return views;
  }
}

function emptyWords(room: number): Words {
  const views = wordViews.map((view) => [view, new Uint32Array(room)] as const);
  return { count: 0, ...Object.fromEntries(views) } as Words;
}

/** Marks that are written in several ways, each as its plainest. */
const plainMarks = new Map([
  ['“', '"'],
  ['”', '"'],
  ["''", '"'],
  ['``', '"'],
  ['«', '"'],
  ['»', '"'],
  ['„', '"'],
  ['‘', "'"],
  ['–', '--'],
  ['—', '--'],
  ['…', '...'],
]);

/** The word as features and tables know it: lower case, plain marks, digits as 0. */
export function normalForm(form: string): string {
  const plain = plainMarks.get(form);
  if (plain) return plain;
  let normal = '';
  for (const char of form.toLowerCase()) {
    normal += char >= '0' && char <= '9' ? '0' : char === '’' || char === '`' ? "'" : char;
  }
  return normal;
}

function viewsOf(form: string, clusters: Clusters): Uint32Array {
  const normal = normalForm(form.length > 200 ? form.slice(0, 200) : form);
  const length = normal.length;
  const lower = hashString(normal);
  const suffix = (size: number) => hashString(normal, Math.max(0, length - size));
  const prefix = (size: number) => hashString(normal, 0, Math.min(size, length));
  const cluster = clusters.of(lower);
  return Uint32Array.of(
    hashString(form),
    lower,
    shapeOf(form),
    suffix(1),
    suffix(2),
    suffix(3),
    suffix(4),
    prefix(1),
    prefix(2),
    prefix(3),
    cluster,
    clusters.finerOf(lower),
    clusters.coarseOf(cluster),
  );
}

/** Kinds of letters in order, runs cut to three: "MiG-29" and "SuV-35" look alike. */
function shapeOf(form: string): number {
  let hash = 17;
  let last = -1;
  let run = 0;
  for (let i = 0; i < form.length && i < 24; i++) {
    const kind = kindOf(form, i);
    if (kind === last) {
      if (++run > 2) continue;
    } else {
      run = 0;
      last = kind;
    }
    hash = Math.imul(hash ^ kind, 0x01000193);
  }
  return hash >>> 0;
}

function kindOf(form: string, i: number): number {
  const code = form.charCodeAt(i);
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  if (code >= 48 && code <= 57) return 3;
  if (code === 45) return 4;
  if (code < 128) return code + 10;
  const char = form[i] as string;
  if (char.toLowerCase() !== char) return 2;
  return char.toUpperCase() !== char ? 1 : 5;
}
