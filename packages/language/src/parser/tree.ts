/** One token of a parsed sentence. Offsets are UTF-16 code units of the text that was parsed. */
export interface Token {
  /** Place in its sentence, from 0. */
  index: number;
  start: number;
  end: number;
  /** The word as it stands in the text. */
  text: string;
  /** The same in lower case with typographic quotes made plain. */
  lower: string;
  lemma: string;
  /** Universal part of speech. */
  upos: string;
  /** Penn Treebank tag. */
  xpos: string;
  /** Place of the head in the sentence; -1 for the root. */
  head: number;
  /** Universal Dependencies relation to the head. */
  relation: string;
}

const none: readonly Token[] = [];

/** A sentence as a tree: its tokens, and the ways from one to another that rules need. */
export class Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  private readonly below: readonly (readonly Token[])[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
    this.start = tokens[0]?.start ?? 0;
    this.end = tokens.at(-1)?.end ?? 0;
    const below: Token[][] = [];
    for (const token of tokens) {
      if (token.head < 0) continue;
      const siblings = below[token.head];
      if (siblings) siblings.push(token);
      else below[token.head] = [token];
    }
    this.below = below;
  }

  get root(): Token | undefined {
    return this.tokens.find((token) => token.head < 0);
  }

  headOf(token: Token): Token | undefined {
    return this.tokens[token.head];
  }

  /** Children in the order of the text; only those with one of the relations, where relations are given. */
  children(token: Token, ...relations: string[]): readonly Token[] {
    const children = this.below[token.index];
    if (!children || relations.length === 0) return children ?? none;
    // Most ask in vain: no list is made for them.
    let found: Token[] | undefined;
    for (const child of children)
      if (relations.includes(child.relation)) {
        if (found) found.push(child);
        else found = [child];
      }
    return found ?? none;
  }

  /** The first child, or the first with one of the relations. */
  child(token: Token, ...relations: string[]): Token | undefined {
    const children = this.below[token.index];
    if (!children) return undefined;
    for (const child of children)
      if (relations.length === 0 || relations.includes(child.relation)) return child;
    return undefined;
  }

  /** The token and everything under it, in the order of the text. */
  subtree(token: Token): Token[] {
    const found: Token[] = [token];
    for (const each of found) for (const child of this.below[each.index] ?? none) found.push(child);
    return found.sort((a, b) => a.index - b.index);
  }

  /** Where the words under a token begin and end, UTF-16 offsets; what stands between them is inside. */
  span(token: Token): { start: number; end: number } {
    const words = this.subtree(token);
    return { start: (words[0] as Token).start, end: (words.at(-1) as Token).end };
  }

  /** The noun that heads the phrase a token belongs to: up through compounds, names and modifiers. */
  headNoun(token: Token): Token {
    let noun = token;
    while (['compound', 'flat', 'amod', 'nmod:desc', 'det', 'nummod'].includes(noun.relation)) {
      const head = this.headOf(noun);
      if (!head) break;
      noun = head;
    }
    return noun;
  }
}
