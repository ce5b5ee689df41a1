import type { Account, Intake } from '@trucewatch/store';
import type { IntakeView } from '#lib/intake/view.ts';

/** A thing handed in, as the operators' pages show it. */
export function intakeView(intake: Intake, accounts: readonly Pick<Account, 'id' | 'name'>[]): IntakeView {
  const { id, name, cameBy, state, reason, receivedAt, finishedAt, found, accepted, duplicates, refused } =
    intake;
  const path = `/submissions/intakes/${encodeURIComponent(id)}`;
  const who = whoWords(intake.who, accounts);
  return {
    id,
    path,
    name,
    cameBy,
    who,
    state,
    reason,
    receivedAt,
    finishedAt,
    found,
    accepted,
    duplicates,
    refused,
  };
}

/** The name of whoever did it; null for what happened by itself. */
export function whoWords(
  who: string | null,
  accounts: readonly Pick<Account, 'id' | 'name'>[],
): string | null {
  if (who === null || who === 'system') return null;
  return accounts.find(({ id }) => id === who)?.name ?? who;
}
