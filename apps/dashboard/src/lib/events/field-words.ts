import type { MomentLevel, Place, TermKind } from '@trucewatch/schema';
import { m } from '#lib/paraglide/messages.js';

/** How finely a text gives a time. */
export const precisionWords: Record<MomentLevel, () => string> = {
  minute: m.event_known_to_minute,
  hour: m.event_known_to_hour,
  part_of_day: m.event_known_to_part_of_day,
  day: m.event_known_to_day,
  week: m.event_known_to_week,
  month: m.event_known_to_month,
  year: m.event_known_to_year,
  longer: m.event_known_to_longer,
};

export const placeWords: Record<Place['level'], () => string> = {
  site: m.event_place_site,
  city: m.event_place_city,
  district: m.event_place_district,
  province: m.event_place_province,
  country: m.event_place_country,
  region: m.event_place_region,
};

/** What a ceasefire provides for. */
export const termWords: Record<TermKind, () => string> = {
  scope: m.event_term_scope,
  monitoring: m.event_term_monitoring,
  exchange: m.event_term_exchange,
  corridor: m.event_term_corridor,
  humanitarian_access: m.event_term_humanitarian_access,
  withdrawal: m.event_term_withdrawal,
};
