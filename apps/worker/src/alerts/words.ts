import type { StatusValue } from '@trucewatch/schema';

/** Each status as it stands in a sentence: messages go to other programs and mailboxes, and are in English. */
export const statusWords: Record<StatusValue, string> = {
  none: 'no ceasefire',
  called_for: 'called for',
  announced: 'announced',
  scheduled: 'scheduled',
  in_effect: 'in effect',
  suspended: 'suspended',
  expired: 'expired',
  terminated: 'terminated',
  superseded: 'superseded',
  unclear: 'unclear',
  no_reports: 'no reports',
  holding: 'reported holding',
  violations_alleged_one_side: 'violations alleged, one side',
  violations_alleged_both: 'violations alleged, both sides',
  violations_verified: 'violations verified',
  collapsed_reported: 'reported collapsed',
};

export const axisWords = { formal: 'Formal status', compliance: 'Compliance' } as const;

const clock = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** `17 Oct 2020, 20:00 UTC`; a bare date stays one. */
export function timeWords(at: string): string {
  return at.length === 10 ? at : `${clock.format(new Date(at))} UTC`;
}
