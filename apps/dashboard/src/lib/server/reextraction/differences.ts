import { type ComparedField, comparedFields, type Event, type EventDifference } from '@trucewatch/schema';
import { eventTitle, polarityWords, proofWords } from '#lib/events/words.ts';
import type { DifferenceView, ReadValue } from '#lib/reextraction/view.ts';
import { shareWords } from '#lib/review/words.ts';
import { ruleWords } from '#lib/status/rule-words.ts';
import { fieldsOf } from '../views/event.ts';
import { fieldLabel } from './field-labels.ts';

/** Shown of an event that only one of the two found; what is beside the point of whether it is right is left out. */
const told = comparedFields.filter(
  (field) =>
    !['type', 'step', 'codes', 'evidence', 'proof', 'engines', 'disagreements', 'ceasefireRefs'].includes(
      field,
    ),
);

/** An event's difference in words, the values of both readings side by side. */
export function differenceView(difference: EventDifference): DifferenceView {
  const before = difference.kind === 'added' ? null : difference.before;
  const after = difference.kind === 'removed' ? null : difference.after;
  const event = (after ?? before) as Event;
  const fields = (difference.kind === 'changed' ? difference.fields : told)
    .map((field) => ({
      name: fieldLabel(field),
      before: before ? valuesOf(before, field, after) : [],
      after: after ? valuesOf(after, field, before) : [],
    }))
    .filter((field) => field.before.length + field.after.length > 0);
  return { kind: difference.kind, title: eventTitle(event), quote: event.evidence[0]?.quote ?? '', fields };
}

/** A field's values. `other` is the event beside it: of long lists only what that does not have is shown. */
function valuesOf(event: Event, field: ComparedField, other: Event | null): ReadValue[] {
  const plain = (values: readonly string[]): ReadValue[] => values.map((value) => ({ value, quote: null }));
  switch (field) {
    case 'claims':
      return event.claims.map(({ by, polarity, span }) => ({
        value: `${by}: ${polarityWords[polarity]()}`,
        quote: span.quote,
      }));
    case 'evidence':
      return event.evidence.map(({ quote }) => ({ value: '', quote }));
    case 'confidence':
      return plain([shareWords(event.confidence)]);
    case 'ceasefireRefs':
      return plain(event.ceasefireRefs);
    case 'codes':
      return plain(Object.entries(event.codes).map(([name, code]) => `${name}: ${code}`));
    case 'engines':
      return plain(event.engines ?? []);
    case 'disagreements':
      return plain((event.disagreements ?? []).map((one) => fieldLabel(one.field)));
    case 'proof':
      return plain(proofsOf(event).filter((one) => !other || !proofsOf(other).includes(one)));
    default:
      return fieldsOf(event)
        .filter(({ path }) => path.split('.')[0] === field)
        .map(({ name, value, note, quote }) => ({
          value: `${field === 'actors' ? `${name}: ` : ''}${value}${note ? ` (${note})` : ''}`,
          quote,
        }));
  }
}

function proofsOf(event: Event): string[] {
  return (event.proof ?? []).map(
    ({ field, state, rule }) =>
      `${fieldLabel(field.split('.')[0] ?? field)}: ${rule ? ruleWords(rule) : proofWords[state]()}`,
  );
}
