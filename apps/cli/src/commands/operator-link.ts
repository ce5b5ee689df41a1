import type { Role } from '@trucewatch/schema';
import { write } from '../output.ts';
import { Problem } from '../problem.ts';
import { withStore } from '../with-store.ts';

export interface OperatorLinkOptions {
  origin: string;
  role: Role;
  another?: boolean;
}

/** How long an invitation is valid, in hours. */
const hours = 72;

/**
 * Prints a one-time link with which a person makes their account. When there is an operator already it prints
 * where to sign in instead, unless `another` is asked for.
 * @throws Problem when the origin is no address
 */
export async function operatorLinkCommand({
  origin,
  role,
  another = false,
}: OperatorLinkOptions): Promise<number> {
  if (!URL.canParse(origin) || !/^https?:$/.test(new URL(origin).protocol)) {
    throw new Problem(`--origin ${origin} is no address: write it as http://localhost:3000.`);
  }
  const lines = await withStore(async (store) => {
    await store.checkVersion();
    const operators = (await store.people.count('operator')) + (await store.people.count('admin'));
    if (operators > 0 && !another)
      return `An operator exists already: sign in at ${new URL('/sign-in', origin)}`;
    const { token } = await store.people.invite(role, 'cli', hours);
    const who = operators === 0 ? `the first ${role}` : `one more ${role}`;
    return `Sign up as ${who} (works once, within ${hours} hours): ${new URL(`/join/${token}`, origin)}`;
  });
  await write(`${lines}\n`);
  return 0;
}
