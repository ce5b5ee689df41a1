import type { Chunk } from './chunks.ts';
import type { Phrase } from './clauses.ts';
import type { Token, Sentence as Tree } from './parser/tree.ts';

/** What belongs to a noun phrase itself, and not to what hangs on it. */
const inside = new Set([
  'det',
  'det:predet',
  'amod',
  'compound',
  'nummod',
  'flat',
  'nmod:poss',
  'nmod:desc',
  'case',
  'fixed',
  'goeswith',
]);
/** What may follow in "the army of the region", but not a clause. */
const tails = new Set([
  'nmod',
  'nmod:unmarked',
  'case',
  'det',
  'amod',
  'compound',
  'flat',
  'nummod',
  'nmod:poss',
  'nmod:desc',
]);

/** Noun phrases by the tokens that head them in the tree. */
export class Phrases {
  private readonly tree: Tree;
  private readonly chunkOf: (Chunk | undefined)[];

  constructor(tree: Tree, chunks: readonly Chunk[]) {
    this.tree = tree;
    this.chunkOf = [];
    for (const chunk of chunks) for (let i = chunk.first; i <= chunk.last; i++) this.chunkOf[i] = chunk;
  }

  all(heads: readonly Token[]): Phrase[] {
    const [only] = heads;
    if (only && heads.length === 1) return [this.of(only)];
    const found: Phrase[] = [];
    for (const head of heads) {
      const phrase = this.of(head);
      if (!found.some(({ first }) => first === phrase.first)) found.push(phrase);
    }
    return found;
  }

  /** The chunk around a token; where tags make none, the words that the tree puts into the phrase. */
  private of(head: Token): Phrase {
    const chunk = this.chunkOf[head.index];
    const extent = this.extentOf(head);
    if (chunk?.kind === 'noun')
      return { first: chunk.first, last: chunk.last, head: chunk.head, extent: Math.max(extent, chunk.last) };
    let first = head.index;
    let last = head.index;
    for (const child of this.tree.children(head)) {
      if (!inside.has(child.relation)) continue;
      if (child.index === first - 1 && child.relation !== 'case') first = child.index;
      if (child.relation === 'flat' && child.index === last + 1) last = child.index;
    }
    return { first, last, head: head.index, extent: Math.max(extent, last) };
  }

  /** The last word at most twelve steps below the head that follows it in a phrase of its own. */
  private extentOf(head: Token, under = head, depth = 0): number {
    let extent = under.index;
    if (depth === 12) return extent;
    for (const child of this.tree.children(under))
      if (child.index > head.index && tails.has(child.relation))
        extent = Math.max(extent, this.extentOf(head, child, depth + 1));
    return extent;
  }
}
