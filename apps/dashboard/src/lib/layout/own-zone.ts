import { invalidateAll } from '$app/navigation';
import type { Preferences } from './preferences.ts';

/** Tells the server the reader's zone where it was asked for and is not known, or they have travelled; then the page is told anew. */
export async function tellOwnZone({ zone, ownZone }: Preferences): Promise<void> {
  const now = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone !== 'mine' || now === ownZone) return;
  const body = new URLSearchParams({ 'own-zone': now, back: '' });
  const answer = await fetch('/preferences', { method: 'POST', body });
  if (answer.ok) await invalidateAll();
}
