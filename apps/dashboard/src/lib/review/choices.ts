import { ActorRole, AttackMode, Claim, Count, Place, Purpose, Reality, TermKind } from '@trucewatch/schema';
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

const worded = <Value extends string>(values: readonly Value[], words: Words<Value>) =>
  values.map((value) => ({ value, label: words[value]() }));

/** The values of fields that a form offers, in the reader's language. */
export const choices = {
  reality: () => worded(Reality.options, realityWords),
  mode: () => worded(AttackMode.options, modeWords),
  role: () => worded(ActorRole.options, roleWords),
  level: () => worded(Place.shape.level.options, placeWords),
  of: () => worded(Count.shape.of.options, fateOfWords),
  group: () => worded(Count.shape.group.options, groupWords),
  qualifier: () => worded(Count.shape.qualifier.options, hedgeWords),
  polarity: () => worded(Claim.shape.polarity.options, polarityWords),
  voice: () => worded(Claim.shape.voice.options, voiceWords),
  purpose: () => worded(Purpose.options, purposeWords),
  term: () => worded(TermKind.options, termWords),
};

/** The fields that can be corrected, each with its name. */
export function correctableFields(): { value: string; label: string }[] {
  return [
    { value: 'type', label: m.review_field_type() },
    { value: 'reality', label: m.review_field_reality() },
    { value: 'actor', label: m.review_field_actor() },
    { value: 'when', label: m.review_field_when() },
    { value: 'effectiveAt', label: m.review_field_effectiveAt() },
    { value: 'until', label: m.review_field_until() },
    { value: 'where', label: m.review_field_where() },
    { value: 'count', label: m.review_field_count() },
    { value: 'claim', label: m.review_field_claim() },
    { value: 'mode', label: m.review_field_mode() },
    { value: 'purpose', label: m.review_field_purpose() },
    { value: 'truceName', label: m.review_field_truceName() },
    { value: 'term', label: m.review_field_term() },
  ];
}

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
