import type { Claim, Count } from '@trucewatch/schema';
import { fateOfWords, groupWords } from '#lib/events/count-words.ts';
import { placeWords, termWords } from '#lib/events/field-words.ts';
import { modeWords, polarityWords, realityWords, roleWords } from '#lib/events/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { purposeWords } from '#lib/status/words.ts';
import type { Entry } from './view.ts';

type Words<Value extends string> = Record<Value, () => string>;

const hedgeWords: Words<Count['qualifier']> = {
  exact: m.review_hedge_exact,
  at_least: m.review_hedge_at_least,
  more_than: m.review_hedge_more_than,
  up_to: m.review_hedge_up_to,
  about: m.review_hedge_about,
  vague: m.review_hedge_vague,
};
const voiceWords: Words<Claim['voice']> = {
  quote: m.review_voice_quote,
  paraphrase: m.review_voice_paraphrase,
};

const worded = (words: Words<string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label: label() }));

/** The values of fields that a form offers, in the reader's language: each has its words. The schemas stay on the server. */
export const choices = {
  reality: () => worded(realityWords),
  mode: () => worded(modeWords),
  role: () => worded(roleWords),
  level: () => worded(placeWords),
  of: () => worded(fateOfWords),
  group: () => worded(groupWords),
  qualifier: () => worded(hedgeWords),
  polarity: () => worded(polarityWords),
  voice: () => worded(voiceWords),
  purpose: () => worded(purposeWords),
  term: () => worded(termWords),
};

/** What may be done with a list: one more, or one in place of another, or one taken away. */
export function entryChoices(entries: readonly Entry[]): { value: string; label: string }[] {
  return [
    { value: 'new', label: m.review_entry_new() },
    ...entries.map(({ index, label }) => ({
      value: String(index),
      label: m.review_entry_replace({ entry: label }),
    })),
    ...entries.map(({ index, label }) => ({
      value: `remove:${index}`,
      label: m.review_entry_remove({ entry: label }),
    })),
  ];
}
