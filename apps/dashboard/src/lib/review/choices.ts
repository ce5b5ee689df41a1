import { ActorRole, AttackMode, Claim, Count, Place, Purpose, Reality, TermKind } from '@trucewatch/schema';
import { polarityWords, realityWords, roleWords } from '#lib/events/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Entry } from './view.ts';

const plain = (values: readonly string[]) =>
  values.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
const worded = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => ({ value, label: words[value] }));

/** The values of fields that a form offers; the field's own vocabulary is shown as it is. */
export const choices = {
  reality: worded(Reality.options, realityWords),
  mode: plain(AttackMode.options),
  role: worded(ActorRole.options, roleWords),
  level: plain(Place.shape.level.options),
  of: plain(Count.shape.of.options),
  group: plain(Count.shape.group.options),
  qualifier: plain(Count.shape.qualifier.options),
  polarity: worded(Claim.shape.polarity.options, polarityWords),
  voice: plain(Claim.shape.voice.options),
  purpose: plain(Purpose.options),
  term: plain(TermKind.options),
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
