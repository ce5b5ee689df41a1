import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Row {
  id: number;
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  head: number;
  deprel: string;
  spaceAfter: boolean;
}

interface Tree {
  id: string;
  text: string;
  rows: Row[];
}

const upos = new Set(
  'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' '),
);

const xpos = new Set(
  (
    "CC CD DT EX FW HYPH IN JJ JJR JJS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB $ . , : `` '' " +
    '-LRB- -RRB-'
  ).split(' '),
);

const deprel = new Set(
  (
    'acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop ' +
    'csubj csubj:pass det det:predet discourse expl fixed flat iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj ' +
    'nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis punct root vocative xcomp'
  ).split(' '),
);

/** Words with these relations carry nothing but the rest of a fixed phrase. */
const leaves = ['case', 'mark', 'cc', 'punct', 'aux', 'aux:pass', 'cop', 'fixed'];

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

const meta = (block: string, key: string): string =>
  new RegExp(`^# ${key} = (.*)$`, 'm').exec(block)?.[1] ?? '';

const trees: Tree[] = file('conflict.conllu')
  .trim()
  .split('\n\n')
  .map((block) => ({
    id: meta(block, 'sent_id'),
    text: meta(block, 'text'),
    rows: block
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => {
        const c = line.split('\t');
        expect(c, line).toHaveLength(10);
        const [id, form, lemma, pos, tag, feats, head, relation, deps, misc] = c as [
          ...[string, string, string, string, string, string, string, string, string, string],
        ];
        expect([feats, deps], line).toEqual(['_', '_']);
        expect(['_', 'SpaceAfter=No'], line).toContain(misc);
        return {
          id: Number(id),
          form,
          lemma,
          upos: pos,
          xpos: tag,
          head: Number(head),
          deprel: relation,
          spaceAfter: misc === '_',
        };
      }),
  }));

const at = (tree: Tree, id: number): Row | undefined => tree.rows[id - 1];

const reachesRoot = (tree: Tree, row: Row): boolean => {
  let here: Row | undefined = row;
  for (let steps = 0; here && steps <= tree.rows.length; steps += 1) {
    if (here.head === 0) return true;
    here = at(tree, here.head);
  }
  return false;
};

const crossing = (tree: Tree): Row[] =>
  tree.rows.filter((row) => {
    const [low, high] = [Math.min(row.id, row.head), Math.max(row.id, row.head)];
    return (
      row.head > 0 &&
      tree.rows.some((other) => other.id > low && other.id < high && (other.head < low || other.head > high))
    );
  });

describe('the conflict treebank', () => {
  it('holds at least 300 different sentences, numbered in order', () => {
    expect(trees.length).toBeGreaterThanOrEqual(300);
    expect(new Set(trees.map((tree) => tree.text.toLowerCase())).size).toBe(trees.length);
    expect(trees.map((tree) => tree.id)).toEqual(
      trees.map((_, i) => `conflict-${String(i + 1).padStart(3, '0')}`),
    );
  });

  it('rebuilds every text from its forms', () => {
    for (const tree of trees) {
      const text = tree.rows.map((row) => row.form + (row.spaceAfter ? ' ' : '')).join('');
      expect(text.trimEnd(), tree.id).toBe(tree.text);
    }
  });

  it('has trees: one root, heads inside the sentence, no cycle', () => {
    for (const tree of trees) {
      expect(
        tree.rows.map((row) => row.id),
        tree.id,
      ).toEqual(tree.rows.map((_, i) => i + 1));
      expect(
        tree.rows.filter((row) => row.head === 0).map((row) => row.deprel),
        tree.id,
      ).toEqual(['root']);
      for (const row of tree.rows) {
        expect(row.head, tree.id).toBeGreaterThanOrEqual(0);
        expect(row.head, tree.id).toBeLessThanOrEqual(tree.rows.length);
        expect(row.head === 0, `${tree.id} ${row.form}`).toBe(row.deprel === 'root');
        expect(reachesRoot(tree, row), `${tree.id} ${row.form}`).toBe(true);
      }
    }
  });

  it('uses known tags and relations, and gives every token a lemma', () => {
    for (const tree of trees) {
      for (const row of tree.rows) {
        const where = `${tree.id} ${row.form}`;
        expect(upos, `${where} ${row.upos}`).toContain(row.upos);
        expect(xpos, `${where} ${row.xpos}`).toContain(row.xpos);
        expect(deprel, `${where} ${row.deprel}`).toContain(row.deprel);
        expect(row.lemma, where).toMatch(/^[^\s_?]+$|^\?$/);
      }
    }
  });

  it('keeps function words and punctuation where UD puts them', () => {
    for (const tree of trees) {
      for (const row of tree.rows) {
        const where = `${tree.id} ${row.form} ${row.deprel}`;
        const head = at(tree, row.head);
        expect(row.deprel === 'punct', where).toBe(row.upos === 'PUNCT');
        expect(head?.upos, where).not.toBe('PUNCT');
        if (head && row.deprel !== 'fixed') expect(leaves, where).not.toContain(head.deprel);
        if (/^(aux|cop)/.test(row.deprel)) expect(row.upos, where).toBe('AUX');
        if (row.deprel === 'nsubj:pass') expect(head?.xpos, where).toBe('VBN');
        if (row.deprel === 'aux:pass') expect(head?.xpos, where).toBe('VBN');
        if (['flat', 'conj', 'appos', 'fixed'].includes(row.deprel))
          expect(row.head, where).toBeLessThan(row.id);
      }
      const objects = tree.rows.filter((row) => row.deprel === 'obj').map((row) => row.head);
      expect(new Set(objects).size, `${tree.id} two objects`).toBe(objects.length);
      const subjects = tree.rows.filter((row) => /^[nc]subj/.test(row.deprel)).map((row) => row.head);
      expect(new Set(subjects).size, `${tree.id} two subjects`).toBe(subjects.length);
    }
  });

  it('crosses arcs only where a relative pronoun leaves its clause', () => {
    for (const tree of trees) {
      const rows = crossing(tree);
      for (const row of rows) expect(row.deprel, `${tree.id} ${row.form}`).toMatch(/^(obj|acl:relcl|nsubj)$/);
    }
  });
});

describe('the tricky sentences', () => {
  const tricky = file('tricky.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string | null>);

  it('are 40, none of them in the treebank', () => {
    expect(tricky).toHaveLength(40);
    const texts = new Set(trees.map((tree) => tree.text.toLowerCase()));
    expect(tricky.filter(({ text }) => texts.has(String(text).toLowerCase()))).toEqual([]);
  });

  it('name words that stand in their text', () => {
    for (const { text, verb, agent, patient, construction } of tricky) {
      const words = new Set(String(text).match(/\p{L}+/gu));
      for (const word of [verb, agent, patient])
        if (word !== null) expect(words, String(text)).toContain(word);
      expect(verb, String(text)).toBeTruthy();
      expect(construction, String(text)).toBeTruthy();
    }
  });
});
