import { writeFileSync } from 'node:fs';
import { Article } from '@trucewatch/schema';
import { extract } from '../src/index.ts';
import { scoreKarabakh } from './karabakh.ts';
import { readGold } from './karabakh-gold.ts';
import { readCorpus } from './own/read-corpus.ts';
import { scoreCorpus } from './own/score-corpus.ts';
import type { Judged } from './reliability.ts';

/** Weights near nought unless the finds say otherwise: there are few of some kinds. */
const pull = 2;
const rounds = 3_000;
const rate = 0.5;

interface Find {
  features: string[];
  isRight: boolean;
}

/** Finds of articles with what speaks for them, from the trace, which has a line `confidence` for each event in order. */
function findsOf(
  articles: readonly {
    id: string;
    title?: string | undefined;
    text: string;
    publishedAt?: string | undefined;
  }[],
  judged: readonly Judged[],
): Find[] {
  const features = new Map<string, string[]>();
  for (const { id, title, text, publishedAt } of articles) {
    const { events, trace = [] } = extract(Article.parse({ id, title, text, publishedAt }), { trace: true });
    const lines = trace.filter(({ by }) => by === 'confidence');
    events.forEach((event, i) => {
      features.set(`${id} ${event.id}`, lines[i]?.what.split(', ') ?? []);
    });
  }
  return judged.map(({ articleId, eventId, isRight }) => ({
    features: ['base', ...(features.get(`${articleId} ${eventId}`) ?? [])],
    isRight,
  }));
}

const own = readCorpus();
const finds = findsOf(own, scoreCorpus(own).judged);
const folder = process.argv[2];
if (folder) finds.push(...findsOf(readGold(folder), scoreKarabakh(folder).judged));

const weights = new Map<string, number>();
for (let round = 0; round < rounds; round++) {
  const slopes = new Map<string, number>();
  for (const { features, isRight } of finds) {
    const sum = features.reduce((total, feature) => total + (weights.get(feature) ?? 0), 0);
    const error = (isRight ? 1 : 0) - 1 / (1 + Math.exp(-sum));
    for (const feature of features) slopes.set(feature, (slopes.get(feature) ?? 0) + error);
  }
  for (const [feature, slope] of slopes) {
    const weight = weights.get(feature) ?? 0;
    const shrink = feature === 'base' ? 0 : pull * weight;
    weights.set(feature, weight + (rate * (slope - shrink)) / Math.sqrt(finds.length * 10));
  }
}

const sorted = [...weights]
  .filter(([, weight]) => Math.abs(weight) >= 0.01)
  .sort(([a], [b]) => Number(b === 'base') - Number(a === 'base') || (a < b ? -1 : 1));
const rows = sorted.map(
  ([feature, weight]) => `  ${/^\w+$/.test(feature) ? feature : `'${feature}'`}: ${weight.toFixed(2)},`,
);
writeFileSync(
  new URL('../src/confidence-weights.ts', import.meta.url),
  `/** Made by \`node score/fit-confidence.ts\` from ${finds.length} finds that were compared with labels; see confidence.ts. */\nexport const weights: Readonly<Record<string, number>> = {\n${rows.join('\n')}\n};\n`,
);
