import type { ConflictDefinition } from './known.ts';
import { identityOf } from './names.ts';
import { type FoePair, provisionalConflicts, type Spelling } from './provisional.ts';
import { knownSides as known, type Named } from './sides.ts';

export type Foes = readonly [Named, Named];

interface Pair extends FoePair {
  readonly articles: Set<string>;
  readonly spellings: Map<string, Spelling & { count: number }>;
}

/** The pairs of foes that belong to no known conflict, and the provisional conflicts that they make. */
export class Strangers {
  definitions: readonly ConflictDefinition[] = [];
  private readonly pairs = new Map<string, Pair>();
  /** Each definition by its text: one that has not changed stays the same object. */
  private texts: ReadonlyMap<string, ConflictDefinition> = new Map();
  /** Names as the definitions show them: one more telling under such a name changes nothing. */
  private shown: ReadonlySet<string> = new Set();
  private isStale = false;
  private readonly known = new Map<string, Foes>();
  /** The key of each pair as it was given, so that it is not put together anew for every event. */
  private readonly keys = new WeakMap<Foes, string>();

  /** The same foes as one object for all articles: whoever keeps them does not keep the events that told of them. */
  shared([one, other]: Foes): Foes {
    const key = `${spellingKey(one)}\n${spellingKey(other)}`;
    let foes = this.known.get(key);
    if (!foes) {
      foes = [
        { id: one.id, name: one.name },
        { id: other.id, name: other.name },
      ];
      this.known.set(key, foes);
    }
    return foes;
  }

  /**
   * Takes in the foes that an article tells of, in place of what it told before. Returns whether others may now be read
   * otherwise, and not only be shown under another of their names.
   */
  put(articleId: string, before: readonly Foes[], now: readonly Foes[]): boolean {
    for (const foes of before) this.take(articleId, foes);
    const isNews = now.filter((foes) => this.add(articleId, foes)).length > 0;
    return isNews || before.length > 0;
  }

  private add(articleId: string, foes: Foes): boolean {
    const key = this.keyOf(foes);
    let pair = this.pairs.get(key);
    if (!pair) {
      pair = {
        identities: [identityOf(foes[0]), identityOf(foes[1])],
        articles: new Set(),
        spellings: new Map(),
      };
      this.pairs.set(key, pair);
    }
    // A single article's foes may count for less than those of two.
    let isNews = pair.articles.size < 2 && !pair.articles.has(articleId);
    pair.articles.add(articleId);
    for (const { id, name } of foes) {
      const spelling = spellingKey({ id, name });
      const found = pair.spellings.get(spelling);
      if (found) found.count++;
      else pair.spellings.set(spelling, { identity: identityOf({ id, name }), id, name, count: 1 });
      isNews ||= !found;
      const isShown = id?.startsWith('country:') || this.shown.has(`${identityOf({ id, name })}\n${name}`);
      if (!isShown) this.isStale = true;
    }
    if (isNews) this.isStale = true;
    return isNews;
  }

  private keyOf(foes: Foes): string {
    let key = this.keys.get(foes);
    if (key === undefined) {
      key = foes.map(identityOf).sort().join('\n');
      this.keys.set(foes, key);
    }
    return key;
  }

  private take(articleId: string, foes: Foes): void {
    this.isStale = true;
    const key = this.keyOf(foes);
    const pair = this.pairs.get(key);
    if (!pair) return;
    pair.articles.delete(articleId);
    for (const actor of foes) {
      const spelling = spellingKey(actor);
      const found = pair.spellings.get(spelling);
      if (found && --found.count === 0) pair.spellings.delete(spelling);
    }
    if (pair.spellings.size === 0) this.pairs.delete(key);
  }

  /** Makes the conflicts anew where they may differ; returns whether they do. `established`: the known wars that articles tell of, by position. */
  refresh(established: { has(conflict: number): boolean }, isEstablishedChanged: boolean): boolean {
    if (!this.isStale && !isEstablishedChanged) return false;
    this.isStale = false;
    const counted = [...this.pairs.values()].filter(
      (pair) => pair.articles.size > 1 || !isInvolved(pair, established),
    );
    const texts = new Map<string, ConflictDefinition>();
    for (const one of provisionalConflicts(counted)) {
      const text = JSON.stringify(one);
      texts.set(text, this.texts.get(text) ?? one);
    }
    const { size } = this.texts;
    if (texts.size === size && [...texts.keys()].every((text) => this.texts.has(text))) return false;
    this.texts = texts;
    const definitions = [...texts.values()];
    this.definitions = definitions;
    this.shown = new Set(
      definitions.flatMap(({ sides }) =>
        sides.map(({ name, actors, names }) => `${actors[0] ?? `name:${names[0]}`}\n${name}`),
      ),
    );
    return true;
  }
}

/** Whether one of the foes stands on a side of a war that articles tell of. */
function isInvolved({ spellings }: Pair, established: { has(conflict: number): boolean }): boolean {
  return [...spellings.values()].some((foe) => known(foe).some(({ conflict }) => established.has(conflict)));
}

function spellingKey({ id = '', name }: Named): string {
  return `${id}\n${name}`;
}
