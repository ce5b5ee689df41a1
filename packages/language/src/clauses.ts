import type { Sentence } from './analysis.ts';
import { type Chunk, chunksOf, type VerbGroup } from './chunks.ts';
import { argumentsOf, expanded } from './parser/arguments.ts';
import type { Token, Sentence as Tree } from './parser/tree.ts';
import { Phrases } from './phrases.ts';

/** A noun phrase as an argument: its chunk, and how far what hangs on it with prepositions reaches. */
export interface Phrase {
  first: number;
  last: number;
  head: number;
  /** Index of the last token of its "of …", "in …" phrases. */
  extent: number;
}

/** "with artillery", "on the town": a preposition and what it governs. */
export interface Oblique {
  preposition: string;
  at: number;
  phrases: Phrase[];
}

/** How a clause hangs on the one before: "said that X fired", "urged X to withdraw", "the deal signed by X". */
export type ClauseLink =
  | 'main'
  | 'complement'
  | 'infinitive'
  | 'relative'
  | 'participle'
  | 'adverbial'
  | 'coordinated';

/** One verb with who does it to whom, as the tree tells. */
export interface Clause {
  index: number;
  verb: VerbGroup;
  /** The grammatical subject, coordinated ones as several. */
  subject: Phrase[];
  objects: Phrase[];
  /** Who does it, and to whom it is done: subject and object, in the passive the other way round. */
  agents: Phrase[];
  patients: Phrase[];
  /** Phrases with prepositions below the verb, in the order of the text; those before the subject last. */
  obliques: Oblique[];
  link: ClauseLink;
  /** Index of the clause on which it hangs. */
  parent: number | null;
  /** "if", "after", "unless", "that" …, when one opens it. */
  marker: string | null;
  /** Whether the chunks next to the verb, the second opinion, give the same subject and object. */
  seconded: boolean;
}

/** Reads a sentence into clauses, one for each verb, in order. Chunks that are known already need not be made again. */
export function clausesOf(sentence: Sentence, chunks: Chunk[] = chunksOf(sentence)): Clause[] {
  const { tree } = sentence;
  const groups = chunks.filter((chunk) => chunk.kind === 'verb');
  const phrases = new Phrases(tree, chunks);
  const clauseAt = new Map<number, number>();
  groups.forEach((group, index) => {
    clauseAt.set(predicateOf(tree, group).index, index);
  });
  // Pushed, not mapped: see `build` of the parser.
  const clauses: Clause[] = [];
  for (const group of groups)
    clauses.push(readClause(tree, chunks, group, clauses.length, phrases, clauseAt));
  return clauses;
}

/** Where subject and obliques of a verb group hang: the verb, or the predicate of a copula. */
function predicateOf(tree: Tree, { head }: VerbGroup): Token {
  const token = tree.tokens[head] as Token;
  return token.relation === 'cop' || token.lower === 'according' ? (tree.headOf(token) ?? token) : token;
}

function readClause(
  tree: Tree,
  chunks: Chunk[],
  verb: VerbGroup,
  index: number,
  phrases: Phrases,
  clauseAt: Map<number, number>,
): Clause {
  const predicate = predicateOf(tree, verb);
  if (verb.lemma === 'accord') return readAccording(tree, verb, index, predicate, phrases);
  const isCopula = predicate.index !== verb.head;
  const found = argumentsOf(tree, predicate);
  const subject = phrases.all(found.subjects);
  const objects = isCopula
    ? predicate.upos === 'ADJ'
      ? []
      : phrases.all(expanded(tree, [predicate]))
    : phrases.all(found.passive ? tree.children(predicate, 'obj') : found.patients);
  return {
    index,
    verb,
    subject,
    objects,
    agents: phrases.all(isCopula ? found.subjects : found.agents),
    patients: isCopula ? objects : phrases.all(found.patients),
    obliques: obliquesOf(tree, predicate, phrases),
    link: linkOf(predicate, verb),
    parent: parentOf(tree, predicate, clauseAt),
    marker: markerOf(tree, predicate),
    seconded: isSeconded(chunks, verb, subject, objects),
  };
}

/** "according to the ministry", a preposition in the tree, as a clause: who is named is its oblique. */
function readAccording(tree: Tree, verb: VerbGroup, index: number, source: Token, phrases: Phrases): Clause {
  const named = { preposition: 'to', at: verb.head + 1, phrases: phrases.all(expanded(tree, [source])) };
  return {
    index,
    verb,
    subject: [],
    objects: [],
    agents: [],
    patients: [],
    obliques: [named, ...obliquesOf(tree, source, phrases)],
    link: 'participle',
    parent: null,
    marker: null,
    seconded: true,
  };
}

function linkOf({ relation }: Token, { form }: VerbGroup): ClauseLink {
  if (form === 'infinitive') return 'infinitive';
  if (relation === 'acl:relcl') return 'relative';
  if (form === 'participle' || form === 'gerund') return 'participle';
  if (relation === 'advcl') return 'adverbial';
  if (relation === 'conj') return 'coordinated';
  return relation === 'root' ? 'main' : 'complement';
}

/** The clause above; that of the second of two verbs is the one above both. */
function parentOf(tree: Tree, predicate: Token, clauseAt: Map<number, number>): number | null {
  let at: Token = predicate;
  for (let steps = 0; steps < tree.tokens.length; steps++) {
    const head = tree.headOf(at);
    if (!head) return null;
    const shares = at.relation === 'conj' && clauseAt.has(at.index);
    const clause = clauseAt.get(head.index);
    if (clause !== undefined && !shares) return clause;
    at = head;
  }
  return null;
}

const markers = new Set(
  'if after before because while when as since until unless though although that whether once despite so lest than'.split(
    ' ',
  ),
);

/** The subordinator that opens the clause, or the clause that it goes on from. */
function markerOf(tree: Tree, predicate: Token): string | null {
  let at: Token | undefined = predicate;
  for (let depth = 0; at && depth < 6; depth++) {
    const before: Token = at;
    const opening = tree
      .children(before, 'mark', 'advmod', 'case')
      .filter((child) => child.index < before.index && markers.has(child.lower));
    // "said that the fighting would stop if": of two marks the one that says more.
    const own = opening.find(({ lower }) => lower !== 'that') ?? opening[0];
    if (own && (own.relation !== 'case' || at.upos === 'VERB')) return own.lower;
    if (at.relation !== 'conj') return null;
    at = tree.headOf(at);
  }
  return null;
}

/** Relations that lead into another clause. */
const clausal = new Set([
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'acl:relcl',
  'csubj',
  'csubj:pass',
  'parataxis',
  'root',
]);
const nominal = new Set(['obl', 'obl:agent', 'obl:tmod', 'obl:unmarked', 'nmod', 'nmod:unmarked']);

/** Prepositions below the verb and below its nouns, down to the next clause. */
function obliquesOf(tree: Tree, predicate: Token, phrases: Phrases): Oblique[] {
  const after: Oblique[] = [];
  const before: Oblique[] = [];
  const visit = (token: Token): void => {
    for (const child of tree.children(token)) {
      if (clausal.has(child.relation)) continue;
      if (child.relation === 'conj' && (child.upos === 'VERB' || token === predicate)) continue;
      // The subject's own phrases belong to it, not to the verb.
      if (token === predicate && child.relation.startsWith('nsubj')) continue;
      const preposition =
        nominal.has(child.relation) || child.relation === 'conj' ? tree.child(child, 'case') : undefined;
      if (preposition && preposition.lower !== 'according') {
        const oblique = {
          preposition: preposition.lower,
          at: preposition.index,
          phrases: phrases.all(
            expanded(tree, [child]).filter((other) => other === child || !tree.child(other, 'case')),
          ),
        };
        (child.index > predicate.index ? after : before).push(oblique);
      }
      visit(child);
    }
  };
  visit(predicate);
  const inOrder = (a: Oblique, b: Oblique) => a.at - b.at;
  return [...after.sort(inOrder), ...before.sort(inOrder)].filter((oblique) => oblique.phrases.length > 0);
}

/** Whether the nearest chunk before the verb is its subject and the nearest after it its object, where it has them. */
function isSeconded(chunks: Chunk[], verb: VerbGroup, subject: Phrase[], objects: Phrase[]): boolean {
  const at = chunks.indexOf(verb);
  const nouns = (from: number, step: 1 | -1): Chunk | undefined => {
    for (let c = from; c >= 0 && c < chunks.length && Math.abs(c - at) < 4; c += step)
      if (chunks[c]?.kind === 'noun') return chunks[c];
    return undefined;
  };
  const holds = (phrases: Phrase[], chunk: Chunk | undefined) =>
    phrases.length === 0 || phrases.some((phrase) => phrase.first === chunk?.first);
  return holds(subject, nouns(at - 1, -1)) && holds(objects, nouns(at + 1, 1));
}
