import { log } from './log.ts';
import type { Services } from './services.ts';

type NewIntake = Parameters<Services['store']['intakes']['add']>[0];

/**
 * Keeps what was handed in and queues its reading. Once this resolves it is in the database; a queue that is away delays it
 * only, for a worker looks for what nobody has read.
 * @throws Refusal when the store cannot keep it
 */
export async function handIn(
  { store, producer }: Pick<Services, 'store' | 'producer'>,
  intake: NewIntake,
  who: string,
): Promise<string> {
  const intakeId = await store.intakes.add(intake, who);
  await queueReading({ producer }, intakeId);
  return intakeId;
}

/** Queues the reading of what is in the database already. */
export async function queueReading(
  { producer }: Pick<Services, 'producer'>,
  intakeId: string,
): Promise<void> {
  try {
    await producer.submit('read-intake', { intakeId });
  } catch (error) {
    log.warn({ err: error, intakeId }, 'read later: the queue does not answer');
  }
}
