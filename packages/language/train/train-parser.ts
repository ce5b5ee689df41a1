import { hashString } from '../src/parser/hash.ts';
import { best } from '../src/parser/model/linear-model.ts';
import { shift } from '../src/parser/parse/configuration.ts';
import { bestAllowed, Parser } from '../src/parser/parse/parse-words.ts';
import { type Guide, SentenceInput, type TagKinds } from '../src/parser/parse/sentence-input.ts';
import type { ParserTemplates } from '../src/parser/parse/templates.ts';
import { type Clusters, WordReader } from '../src/parser/words.ts';
import { cheapest, moveCosts } from './oracle.ts';
import { FeatureRows, Perceptron } from './perceptron.ts';
import { randomFrom, shuffled } from './random.ts';

export interface ParsedSentence {
  forms: string[];
  /** Predicted tags, by a tagger that did not learn from this sentence. */
  tags: Int32Array;
  /** Gold heads, -1 for the root, and gold labels. */
  heads: Int32Array;
  labels: Int32Array;
  /** Another parser's arcs, by one that did not learn from this sentence; the root is the number of tokens. */
  guide: Guide | null;
}

export interface ParserSettings {
  clusters: Clusters;
  kinds: TagKinds;
  templates: ParserTemplates;
  labelCount: number;
  markers: [number, number];
  /** Reads sentences from their end. */
  reverse: boolean;
  epochs: number;
}

/** Features seen at most twice are left out: they cost memory and bring nothing. */
const rarest = 3;
/** How often, after the first epoch, the parser follows its own move and learns to go on from there. */
const exploration = 0.9;

export interface TrainedParser {
  move: Perceptron;
  label: Perceptron;
  parse(sentence: Pick<ParsedSentence, 'forms' | 'tags' | 'guide'>): {
    heads: Int32Array;
    labels: Int32Array;
  };
}

export function trainParser(sentences: ParsedSentence[], settings: ParserSettings): TrainedParser {
  const { clusters, kinds, templates, labelCount, markers, reverse, epochs } = settings;
  const reader = new WordReader(clusters);
  const input = new SentenceInput(reader.words, kinds, (form) => hashString(form));
  const read = (sentence: Pick<ParsedSentence, 'forms' | 'tags' | 'guide'>) =>
    input.read(reader.read(sentence.forms, reverse), sentence.tags, reverse, sentence.guide);
  const turn = (sentence: ParsedSentence) => {
    const count = sentence.forms.length;
    const heads = sentence.heads.map((head) => (head < 0 ? count : reverse ? count - 1 - head : head));
    return reverse
      ? { heads: heads.toReversed(), labels: sentence.labels.toReversed() }
      : { heads, labels: sentence.labels };
  };
  const gold = sentences.map(turn);
  const costs = new Int32Array(3);

  const idle = { score: () => new Float32Array(Math.max(3, labelCount)) };
  const counter = new Parser({ move: idle, label: idle, templates, markers });
  const moveCounts = new FeatureRows(25);
  const labelCounts = new FeatureRows(24);
  sentences.forEach((sentence, number) => {
    read(sentence);
    const { heads, labels } = gold[number] as { heads: Int32Array; labels: Int32Array };
    const { state } = counter;
    state.start(input.count);
    while (!state.done) {
      moveCosts(state, heads, costs);
      moveCounts.count(counter.features, counter.fillMoves(input));
      const move = cheapest(costs);
      if (move === shift) state.shift();
      else {
        labelCounts.count(counter.features, counter.fillLabels(input, move));
        state.attach(move, labels[state.onStack(0)] as number);
      }
    }
  });

  const move = new Perceptron(moveCounts.seenAtLeast(rarest), 3);
  const label = new Perceptron(labelCounts.seenAtLeast(rarest), labelCount);
  const parser = new Parser({ move, label, templates, markers });
  const { state } = parser;
  const random = randomFrom(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const explores = epoch > 0;
    for (const number of shuffled(sentences.length, random)) {
      read(sentences[number] as ParsedSentence);
      const { heads, labels } = gold[number] as { heads: Int32Array; labels: Int32Array };
      state.start(input.count);
      while (!state.done) {
        const { allowed } = state;
        moveCosts(state, heads, costs);
        const scores = parser.scoreMoves(input);
        const predicted = bestAllowed(scores, allowed);
        const least = Math.min(...costs);
        let good = 0;
        for (let one = 0; one < 3; one++) if (costs[one] === least) good |= 1 << one;
        const right = bestAllowed(scores, good);
        move.learn(right, (costs[predicted] as number) > least ? predicted : right);
        const taken = explores && random() < exploration ? predicted : right;
        if (taken === shift) {
          state.shift();
          continue;
        }
        const child = state.onStack(0);
        const proposed = best(parser.scoreLabels(input, taken));
        const wanted = labels[child] as number;
        if (heads[child] === state.headBy(taken)) label.learn(wanted, proposed);
        state.attach(taken, explores ? proposed : wanted);
      }
    }
  }
  move.average();
  label.average();

  return {
    move,
    label,
    parse(sentence) {
      read(sentence);
      parser.parse(input);
      const count = input.count;
      const at = (i: number) => (reverse ? count - 1 - i : i);
      const heads = Int32Array.from({ length: count }, (_, i) => {
        const head = state.head[at(i)] as number;
        return head === count ? -1 : at(head);
      });
      return { heads, labels: Int32Array.from({ length: count }, (_, i) => state.label[at(i)] as number) };
    },
  };
}
