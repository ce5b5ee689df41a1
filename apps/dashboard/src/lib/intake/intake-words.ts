import type { CameBy, IntakeState, Verdict } from '@trucewatch/store';
import { m } from '#lib/paraglide/messages.js';

export const intakeStateWords: Record<IntakeState, () => string> = {
  received: m.intake_state_received,
  reading: m.intake_state_reading,
  checked: m.intake_state_checked,
  confirmed: m.intake_state_confirmed,
  taking: m.intake_state_taking,
  done: m.intake_state_done,
  refused: m.intake_state_refused,
  dropped: m.intake_state_dropped,
};

export const verdictWords: Record<Verdict, () => string> = {
  ready: m.intake_verdict_ready,
  accepted: m.intake_verdict_accepted,
  duplicate: m.intake_verdict_duplicate,
  refused: m.intake_verdict_refused,
  withdrawn: m.intake_verdict_withdrawn,
};

export const wayWords: Record<CameBy, () => string> = {
  paste: m.intake_by_paste,
  address: m.intake_by_address,
  file: m.intake_by_file,
  feed: m.intake_by_feed,
  command_line: m.intake_by_command_line,
  api: m.intake_by_api,
};
