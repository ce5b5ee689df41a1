import type { Tree } from '@trucewatch/language';
import type { Token } from './truce-slots.ts';

interface Span {
  start: number;
  end: number;
}

const inCore: ReadonlySet<string> = new Set(['compound', 'amod', 'nummod', 'nmod:poss', 'flat', 'nmod:desc']);
const outside: ReadonlySet<string> = new Set([
  'acl',
  'acl:relcl',
  'appos',
  'parataxis',
  'case',
  'mark',
  'punct',
  'cc',
  'ccomp',
  'advcl',
]);

/** From the first of some stretches to the last. */
export function spanning(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** A noun with what stands before it and one phrase behind it: "all-for-all exchange of prisoners". */
export function coreOf(noun: Token, tree: Tree, withTail = true): Span {
  const spans: Span[] = [noun];
  for (const child of tree.children(noun)) {
    if (inCore.has(child.relation)) spans.push(coreOf(child, tree, false));
    else if (withTail && child.relation === 'nmod') spans.push(coreOf(child, tree, false));
  }
  return spanning(spans.map(plain));
}

/** So many words a phrase has at most. */
const longest = 24;

/** A noun with all that belongs to it, others joined by "and" as well; clauses behind it are left out. */
export function phraseOf(noun: Token, tree: Tree): Span {
  const found: Token[] = [noun];
  for (const token of found) {
    if (found.length > longest) break;
    for (const child of tree.children(token)) if (!outside.has(child.relation)) found.push(child);
  }
  return spanning(found.map(plain));
}

function plain({ start, end }: Span): Span {
  return { start, end };
}
