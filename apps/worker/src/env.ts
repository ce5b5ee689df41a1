import { availableParallelism } from 'node:os';
import { limitsFrom, modelEnv } from '@trucewatch/extraction/model-env';
import * as z from 'zod';
import type { ModelChoice } from './ask-model.ts';

const address = (schemes: RegExp, example: string) =>
  z.url({ protocol: schemes, error: `must be an address such as ${example}` });

const number = (low: number, high: number) =>
  z.coerce
    .number({ error: `must be a number from ${low} to ${high}` })
    .int(`must be a whole number from ${low} to ${high}`)
    .min(low, `must be a number from ${low} to ${high}`)
    .max(high, `must be a number from ${low} to ${high}`);

const Settings = z.object({
  DATABASE_URL: address(/^postgres(ql)?$/, 'postgres://user:password@host:5432/database'),
  REDIS_URL: address(/^rediss?$/, 'redis://host:6379').optional(),
  /** Articles worked on at the same time, each on a thread of its own. */
  WORKER_CONCURRENCY: number(1, 64).default(Math.min(4, Math.max(1, availableParallelism() - 1))),
  /** Seconds that one article may take. */
  EXTRACTION_SECONDS: number(1, 3_600).default(60),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
    .default('info'),
  /** The rules alone; or each article is sent to the language model that MODEL_URL and MODEL_NAME say. */
  EXTRACTION_ENGINE: z
    .enum(['rules', 'model', 'both'], { error: 'must be rules, model or both' })
    .default('rules'),
  /** Sent with each page that is fetched: where the people who run this can be reached. */
  FETCH_CONTACT: z.string().max(200).optional(),
  /** `host:port` of one's own network that may be fetched all the same, with commas between. */
  FETCH_ALSO: z
    .string()
    .regex(/^[^\s,:]+:\d+(?:,[^\s,:]+:\d+)*$/, 'must be host:port, several with commas between')
    .optional(),
  /** The mail server that alerts go through: smtp://user:password@host:587, or smtps://host. */
  SMTP_URL: address(/^smtps?$/, 'smtp://user:password@host:587').optional(),
  /** The sender of alerts: name@example.org. */
  MAIL_FROM: z.email('must be an address such as alerts@example.org').optional(),
  ...modelEnv,
});
const Env = Settings.superRefine((env, context) => {
  if ((env.SMTP_URL === undefined) !== (env.MAIL_FROM === undefined)) {
    const [missing, given] = env.SMTP_URL ? ['MAIL_FROM', 'SMTP_URL'] : ['SMTP_URL', 'MAIL_FROM'];
    context.addIssue({ code: 'custom', path: [missing], message: `must be given with ${given}` });
  }
  if (env.EXTRACTION_ENGINE === 'rules') return;
  const message = `must be given with EXTRACTION_ENGINE=${env.EXTRACTION_ENGINE}`;
  for (const name of ['MODEL_URL', 'MODEL_NAME'] as const)
    if (!env[name]) context.addIssue({ code: 'custom', path: [name], message });
});
export type Env = z.infer<typeof Env>;

/** The model that the settings name, or none: naming one does not turn it on. */
export function modelOf(env: Env): ModelChoice | undefined {
  const { EXTRACTION_ENGINE: engine, MODEL_URL: url, MODEL_NAME: name, MODEL_API_KEY: key } = env;
  if (engine === 'rules' || !url || !name) return undefined;
  return { engine, url, name, key, seconds: env.MODEL_SECONDS, limits: limitsFrom(env) };
}

/** The mail server that alerts go through, or none. */
export function mailOf({ SMTP_URL: url, MAIL_FROM: from }: Env) {
  return url !== undefined && from !== undefined ? { url, from } : undefined;
}

/** Under which name pages and feeds are fetched, and which of one's own network may be. */
export function fetchOf({ FETCH_CONTACT: contact, FETCH_ALSO: also }: Env) {
  return { contact, alsoAllowed: also?.split(',') };
}

/** The settings, or every problem with them in plain sentences. An empty value counts as absent. */
export function parseEnv(values: Record<string, string | undefined>): { env: Env } | { problems: string[] } {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const parsed = Env.safeParse(given);
  if (parsed.success) return { env: parsed.data };
  return {
    problems: parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return given[name] === undefined
        ? `${name} is not set: it ${issue.message}.`
        : `${name} ${issue.message}.`;
    }),
  };
}

/** The settings of this process; ends it with status 1 and one sentence a problem when they are wrong. */
export function readEnv(): Env {
  const result = parseEnv(process.env);
  if ('env' in result) return result.env;
  for (const problem of result.problems) process.stderr.write(`worker: ${problem}\n`);
  process.exit(1);
}
