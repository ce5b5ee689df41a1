import { m } from '#lib/paraglide/messages.js';
import { services } from '../services.ts';

/** What the link of a mail is about, for whoever follows it without signing in; null when it is about nothing any more. */
export async function linkedAlert(token: string, purpose: 'confirm' | 'unsubscribe') {
  const { store, digests } = services();
  const subscription = await store.alerts.byToken(token, purpose);
  if (!subscription) return null;
  const { address, conflictId, confirmedAt } = subscription;
  const { conflicts } = await digests.all(Date.now());
  const name = conflicts.find(({ id }) => id === conflictId)?.name ?? conflictId;
  return { address, conflict: name ?? m.alerts_all_conflicts(), isConfirmed: confirmedAt !== null };
}
