import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { shown } from './folders.ts';
import { Problem } from './problem.ts';

const secrets = z.object({
  /** Of PostgreSQL's superuser; nobody but `npm start` uses it. */
  superuserPassword: z.string().min(1),
  /** Of the role that worker, dashboard and command line use. */
  applicationPassword: z.string().min(1),
  /** Signs the dashboard's sessions. */
  authSecret: z.string().min(32),
});

export type Secrets = z.infer<typeof secrets>;

/**
 * Reads the secrets of a data folder, on the first start makes them; readable by their owner only.
 * @throws Problem when they are gone while the database that needs them is there
 */
export function keepSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json');
  if (existsSync(file)) {
    const parsed = secrets.safeParse(parseJson(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.data;
    throw new Problem(
      `${shown(file)} is damaged: put the original back, or move ${shown(dataFolder)} away to start anew.`,
    );
  }
  if (existsSync(join(dataFolder, 'postgres/PG_VERSION'))) {
    throw new Problem(
      `${shown(file)} with the database's password is missing: put it back, or move ${shown(dataFolder)} away to start anew.`,
    );
  }
  const random = (): string => randomBytes(24).toString('base64url');
  const made = {
    superuserPassword: random(),
    applicationPassword: random(),
    authSecret: random() + random(),
  };
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
