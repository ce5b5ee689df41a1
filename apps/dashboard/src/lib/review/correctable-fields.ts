import { m } from '#lib/paraglide/messages.js';

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
