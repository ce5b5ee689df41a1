import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { repository } from './folders.ts';
import { Problem } from './problem.ts';

const port = z.coerce
  .number({ error: 'is not a number' })
  .int('must be a whole number')
  .min(1, 'must be from 1 to 65535')
  .max(65_535, 'must be from 1 to 65535');

function address(protocols: string[], example: string) {
  return z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must look like ${example}`,
    );
}

/** The settings of `npm start`, each described in its `--help`. An empty variable counts as not set. */
export const settings = z.object({
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address of this machine, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  ORIGIN: address(['http:', 'https:'], 'https://truce.example.org')
    .refine((value) => !URL.canParse(value) || new URL(value).pathname === '/', 'must have no path')
    .optional(),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'postgres://user:password@host:5432/database',
  ).optional(),
  REDIS_URL: address(['redis:', 'rediss:'], 'redis://host:6379').optional(),
  DATA_DIR: z.string().default('.data'),
  SAMPLE_STORY: z.enum(['yes', 'no'], { error: 'must be yes or no' }).default('yes'),
});

export interface Settings {
  port: number;
  host: string;
  /** Scheme, host and port, without a slash at the end. */
  origin: string;
  /** Absent: the embedded PostgreSQL. */
  databaseUrl?: string;
  /** Absent: the queue lives in PostgreSQL. */
  redisUrl?: string;
  /** Absolute. */
  dataFolder: string;
  sampleStory: boolean;
}

/**
 * Reads the settings.
 * @throws Problem that names every wrong one, not only the first
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return `  ${name}=${withoutPassword(String(given[name]))} ${message}`;
    });
    const what = lines.length === 1 ? 'A setting is wrong' : `${lines.length} settings are wrong`;
    throw new Problem(`${what} (npm start -- --help explains them):\n${lines.join('\n')}`);
  }
  const { PORT, HOST, ORIGIN, DATABASE_URL, REDIS_URL, DATA_DIR, SAMPLE_STORY } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    origin: new URL(ORIGIN ?? `http://localhost:${PORT}`).origin,
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
    ...(REDIS_URL && { redisUrl: REDIS_URL }),
    dataFolder: isAbsolute(DATA_DIR) ? DATA_DIR : join(repository, DATA_DIR),
    sampleStory: SAMPLE_STORY === 'yes',
  };
}

/** The worker's own settings of a language model, of fetching and of mail, handed on unread: it checks them itself. */
export function workerSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) =>
      /^(?:EXTRACTION_ENGINE|MODEL_[A-Z_]+|FETCH_[A-Z]+|SMTP_URL|MAIL_FROM)$/.test(name),
    ),
  );
}

/** What is shown on a screen may be pasted into an issue. */
function withoutPassword(value: string): string {
  return value.replace(/:[^:@/]+@/, ':…@');
}
