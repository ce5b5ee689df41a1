import type { Token } from './tree.ts';

/** A sentence's tokens while they are mended: who hangs on whom is looked up as it stands at the moment. */
export class Workpiece {
  readonly tokens: Token[];

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  children(token: Token): Token[] {
    return this.tokens.filter(({ head }) => head === token.index);
  }

  has(token: Token, relations: Set<string>): boolean {
    return this.tokens.some(({ head, relation }) => head === token.index && relations.has(relation));
  }

  /** Whether a number or a day counts it: by 3 points, by 12 May. */
  isNumbered(token: Token): boolean {
    return (
      token.xpos === 'CD' ||
      this.tokens.some(({ head, relation }) => head === token.index && relation === 'nummod')
    );
  }

  isUnder(token: Token, above: Token): boolean {
    let at: Token | undefined = token;
    for (let steps = 0; at && steps < this.tokens.length; steps++) {
      if (at === above) return true;
      at = this.tokens[at.head];
    }
    return false;
  }

  hang(token: Token, head: Token, relation: string): void {
    token.head = head.index;
    token.relation = relation;
  }
}
