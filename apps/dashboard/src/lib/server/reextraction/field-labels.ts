import type { ComparedField } from '@trucewatch/schema';
import { m } from '#lib/paraglide/messages.js';

const labels: Record<ComparedField, () => string> = {
  type: m.event_field_type,
  step: m.event_field_step,
  mode: m.event_field_mode,
  reality: m.event_field_told,
  actors: m.reextraction_field_actors,
  when: m.event_field_when,
  effectiveAt: m.event_field_effective,
  until: m.event_field_until,
  where: m.event_field_where,
  casualties: m.event_field_people,
  claims: m.reextraction_field_claims,
  ceasefireRefs: m.reextraction_field_refs,
  purpose: m.event_field_purpose,
  truceName: m.event_field_name,
  terms: m.event_field_term,
  codes: m.reextraction_field_codes,
  evidence: m.reextraction_field_evidence,
  confidence: m.reextraction_field_confidence,
  proof: m.reextraction_field_proof,
  engines: m.reextraction_field_engines,
  disagreements: m.reextraction_field_disagreements,
};

/** The name of a field, or of what a tally counts beside fields. */
export function fieldLabel(field: string): string {
  if (field === 'added') return m.reextraction_events_added();
  if (field === 'removed') return m.reextraction_events_removed();
  return Object.hasOwn(labels, field) ? labels[field as ComparedField]() : field;
}
