import type { Feature, Weighed } from '@trucewatch/status';
import { m } from '#lib/paraglide/messages.js';

const agree: Record<Feature, () => string> = {
  kind: m.event_agree_kind,
  time: m.event_agree_time,
  place: m.event_agree_place,
  counts: m.event_agree_counts,
  doer: m.event_agree_doer,
  target: m.event_agree_target,
  parties: m.event_agree_parties,
  mode: m.event_agree_mode,
  effect: m.event_agree_effect,
  article: m.event_agree_article,
  words: m.event_agree_words,
};
const differ: Record<Feature, () => string> = {
  kind: m.event_differ_kind,
  time: m.event_differ_time,
  place: m.event_differ_place,
  counts: m.event_differ_counts,
  doer: m.event_differ_doer,
  target: m.event_differ_target,
  parties: m.event_differ_parties,
  mode: m.event_differ_mode,
  effect: m.event_differ_effect,
  article: m.event_differ_article,
  words: m.event_differ_words,
};

/** What speaks for or against two reports being of one happening, in words, the weightiest first; what says nothing is left out. */
export function featureWords(features: readonly Weighed[]): { words: string; weight: number }[] {
  return features
    .filter(({ verdict }) => verdict !== 'silent')
    .map(({ feature, weight }) => ({ words: (weight > 0 ? agree : differ)[feature](), weight }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
