import type { Fetcher } from '@trucewatch/ingest/fetch';
import type { ReadingThread } from '@trucewatch/ingest/reading';
import type { Handler, Producer } from '@trucewatch/queue';
import type { Intake, Store } from '@trucewatch/store';
import type { Logger } from 'pino';
import { candidatesOf } from './candidates-of.ts';
import { itemsOf } from './items-of.ts';
import { takeItems } from './take-items.ts';

export interface IntakeTools {
  store: Store;
  producer: Producer;
  fetcher: Fetcher;
  reading: ReadingThread;
  log: Logger;
}

/** What was begun so often without an end is refused: an address that never answers, a file that ends its worker. */
const attemptsAllowed = 6;

/**
 * Reads what was handed in. What waits for a person stops at its report; anything else, and what a person has confirmed,
 * becomes articles. Twice has the effect of once: items are replaced as a whole, and an article is kept once.
 */
export function readIntake(tools: IntakeTools): Handler<'read-intake'> {
  const { store, log } = tools;
  return async ({ intakeId }, { signal }) => {
    const intake = await store.intakes.begin(intakeId);
    // A doubled job, or one that waits for a person.
    if (!intake) return;
    const isLast = intake.attempts >= attemptsAllowed;
    if (intake.attempts > attemptsAllowed) {
      await refuse(intake, `Work on it was begun ${intake.attempts} times and never ended.`);
      return;
    }
    if (intake.state === 'reading') await read(intake, isLast, signal);
    else await take(intake);
  };

  async function read(intake: Intake, isLast: boolean, signal: AbortSignal): Promise<void> {
    const candidates = await candidatesOf(intake, tools, isLast, signal);
    if ('refused' in candidates) return refuse(intake, candidates.refused);
    await store.intakes.replaceItems(intake.id, itemsOf(candidates.found, intake, store));
    if (intake.wantsConfirmation) await store.intakes.move(intake.id, ['reading'], 'checked');
    else await take(intake);
  }

  async function take(intake: Intake): Promise<void> {
    await takeItems(intake, tools);
    const { accepted, duplicate, withdrawn, refused } = await store.intakes.verdicts(intake.id);
    const [only] =
      refused === 1 ? await store.intakes.items(intake.id, { verdict: 'refused', limit: 1 }) : [];
    if (accepted + duplicate + withdrawn === 0 && only?.reason) return refuse(intake, only.reason);
    await store.intakes.move(intake.id, ['reading', 'taking'], 'done');
    log.info({ intakeId: intake.id, accepted, duplicate, withdrawn, refused }, 'taken in');
  }

  async function refuse(intake: Intake, reason: string): Promise<void> {
    await store.intakes.move(intake.id, ['reading', 'taking'], 'refused', { reason });
    log.info({ intakeId: intake.id, reason }, 'refused');
  }
}
