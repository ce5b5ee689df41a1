import { compareDoers, compareParties, compareTargets } from './compare-actors.ts';
import { compareCounts } from './compare-counts.ts';
import { comparePlaces } from './compare-places.ts';
import { compareTimes } from './compare-times.ts';
import { compareWords } from './compare-words.ts';
import type { Traits } from './traits.ts';
import { threshold, weights } from './weights.ts';

type Compare = (a: Traits, b: Traits) => number;

/** Every feature by which two events of one kind are compared, those first that tell most events apart. */
const comparisons = {
  kind: ({ rarity }) => weights.kind[rarity],
  time: compareTimes,
  place: comparePlaces,
  counts: compareCounts,
  doer: compareDoers,
  target: compareTargets,
  parties: compareParties,
  mode: compareModes,
  effect: compareEffects,
  article: compareArticles,
  // Agencies tell of every day in the same words: they count where the days meet.
  words: (a, b) => (compareTimes(a, b) > 0 ? compareWords(a.event, b.event) : 0),
} as const satisfies Record<string, Compare>;

export type Feature = keyof typeof comparisons;
const features = Object.keys(comparisons) as Feature[];

/** silent: at least one of the two does not say, or what they say weighs nothing. */
export type Verdict = 'agree' | 'differ' | 'silent';

/** What one feature says for (above 0) or against two reports being of one happening, in bits. */
export interface Weighed {
  readonly feature: Feature;
  readonly verdict: Verdict;
  readonly weight: number;
}

/**
 * How well two events can be one happening: the sum of the features' weights; below the threshold they are not, and
 * the sum may then be of the first features only.
 */
export function likeness(a: Traits, b: Traits): number {
  const time = compareTimes(a, b);
  if (time === weights.ruledOut) return time;
  const place = comparePlaces(a, b);
  if (place === weights.ruledOut) return place;
  const words = time > 0 ? weights.words.copy : 0;
  // What the other features can add at most; most pairs of a day end here.
  const kind = weights.kind[a.rarity];
  let most = kind + time + place + words + mostOfOthers;
  if (a.counts.length > 0 && b.counts.length > 0) most += weights.counts.most;
  if (most < threshold) return most;
  const sum =
    kind +
    time +
    place +
    compareCounts(a, b) +
    compareDoers(a, b) +
    compareTargets(a, b) +
    compareParties(a, b) +
    compareModes(a, b) +
    compareEffects(a, b) +
    compareArticles(a, b);
  if (time <= 0 || sum < threshold - words) return sum;
  return sum + compareWords(a.event, b.event);
}

const mostOfOthers =
  weights.doer.same +
  weights.target.same +
  weights.parties.same +
  weights.mode.same +
  weights.effect.same +
  weights.article.headline;

/** The same feature by feature, for a person. */
export function weigh(a: Traits, b: Traits): Weighed[] {
  const list: Weighed[] = [];
  for (const feature of features) list.push(weighed(feature, comparisons[feature](a, b)));
  return list;
}

const made = new Map<Feature, Map<number, Weighed>>(features.map((feature) => [feature, new Map()]));

/** There are few different ones: each is made once and shared. */
function weighed(feature: Feature, weight: number): Weighed {
  const ofFeature = made.get(feature) as Map<number, Weighed>;
  let one = ofFeature.get(weight);
  if (!one) {
    one = Object.freeze({ feature, verdict: verdictOf(weight), weight });
    ofFeature.set(weight, one);
  }
  return one;
}

function verdictOf(weight: number): Verdict {
  return weight > 0 ? 'agree' : weight < 0 ? 'differ' : 'silent';
}

/** Whether two events cannot be one whatever else agrees, such as two days or two towns far apart. */
export function areApart(a: Traits, b: Traits): boolean {
  const limit = weights.ruledOut;
  return (
    compareTimes(a, b) === limit ||
    comparePlaces(a, b) === limit ||
    compareDoers(a, b) === limit ||
    a.isCumulative !== b.isCumulative
  );
}

/** Weapons that reports of one attack take for one another. */
const fromAfar = new Set(['shelling', 'airstrike', 'drone', 'missile', 'bombing']);
const atHand = new Set(['shooting', 'ground_assault', 'shelling']);
const blasts = new Set(['bombing', 'landmine', 'suicide_bombing', 'missile']);

function compareModes({ mode: a }: Traits, { mode: b }: Traits): number {
  const { mode } = weights;
  if (!a || !b || a === 'other' || b === 'other') return 0;
  if (a === b) return mode.same;
  const isConfusable = [fromAfar, atHand, blasts].some((family) => family.has(a) && family.has(b));
  return isConfusable ? mode.confusable : mode.other;
}

/** From when a truce is to hold. */
function compareEffects({ effect: a }: Traits, { effect: b }: Traits): number {
  if (!a || !b) return 0;
  return a.earliest <= b.latest && b.earliest <= a.latest ? weights.effect.same : weights.effect.other;
}

function compareArticles(a: Traits, b: Traits): number {
  if (a.articleId !== b.articleId) return 0;
  return a.isHeadline === b.isHeadline ? weights.article.sameText : weights.article.headline;
}
