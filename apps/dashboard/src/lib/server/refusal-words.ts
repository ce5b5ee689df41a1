import type { Refusal } from '@trucewatch/store';
import { m } from '#lib/paraglide/messages.js';

const known: Partial<Record<string, () => string>> = {
  invitation_used: m.operators_invitation_used,
  invitation_unknown: m.operators_invitation_unknown,
  invitation_expired: m.operators_invitation_expired,
  alert_unknown: m.alerts_unknown,
  alerts_full: m.alerts_full,
  unknown_person: m.people_refused_unknown,
  last_admin: m.people_refused_last_admin,
  token_unknown: m.people_refused_token,
  already_read: m.operators_refused_read,
  nothing_to_read: m.reextraction_refused_nothing,
};

/** What the store refused, in the reader's language where a reader can meet it, else in the store's own English. */
export function refusalWords({ code, message }: Pick<Refusal, 'code' | 'message'>): string {
  return known[code]?.() ?? message;
}
