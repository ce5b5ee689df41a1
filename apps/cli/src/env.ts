import { modelEnv } from '@trucewatch/extraction/model-env';
import * as z from 'zod';
import { Problem } from './problem.ts';

const Env = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: (issue) =>
      issue.input
        ? 'DATABASE_URL is not a PostgreSQL address: write postgres://user:password@host:5432/database.'
        : 'No database is known: run npm start in another terminal, or set DATABASE_URL=postgres://user:password@host:5432/database.',
  }),
  REDIS_URL: z
    .url({
      protocol: /^rediss?$/,
      error:
        'REDIS_URL is not a Redis address: write redis://host:6379, or unset it to keep the queue in PostgreSQL.',
    })
    .optional(),
});

/**
 * The settings of the commands that use the database. bin/trucewatch adds those of a running `npm start`.
 * @throws Problem that names everything wrong at once
 */
export function readEnv(): z.infer<typeof Env> {
  const { DATABASE_URL, REDIS_URL } = process.env;
  const parsed = Env.safeParse({
    DATABASE_URL: DATABASE_URL || undefined,
    REDIS_URL: REDIS_URL || undefined,
  });
  if (parsed.success) return parsed.data;
  throw new Problem(parsed.error.issues.map((issue) => issue.message).join('\n'));
}

const ModelEnv = z.object(modelEnv).required({ MODEL_URL: true, MODEL_NAME: true });

/**
 * Which language model the engines `model` and `both` ask, and what it may cost.
 * @throws Problem that names everything wrong at once
 */
export function readModelEnv(): z.infer<typeof ModelEnv> {
  const given = Object.fromEntries(
    Object.keys(modelEnv).map((name) => [name, process.env[name] || undefined]),
  );
  if (!given.MODEL_URL || !given.MODEL_NAME)
    throw new Problem(
      'No language model is known: set MODEL_URL=http://127.0.0.1:11434/v1 and MODEL_NAME (and MODEL_API_KEY where the server wants one).',
    );
  const parsed = ModelEnv.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Problem(
    parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
  );
}
