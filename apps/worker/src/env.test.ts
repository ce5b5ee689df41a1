import { expect, test } from 'vitest';
import { parseEnv } from './env.ts';

const database = 'postgres://user:password@localhost:5432/trucewatch';

test('the database is all that must be set', () => {
  expect(parseEnv({ DATABASE_URL: database, REDIS_URL: '' })).toMatchObject({
    env: { DATABASE_URL: database, EXTRACTION_SECONDS: 60, LOG_LEVEL: 'info' },
  });
});

test('every problem is reported at once, in a sentence that names the variable', () => {
  expect(parseEnv({ REDIS_URL: 'localhost:6379', WORKER_CONCURRENCY: 'many', LOG_LEVEL: 'loud' })).toEqual({
    problems: [
      'DATABASE_URL is not set: it must be an address such as postgres://user:password@host:5432/database.',
      'REDIS_URL must be an address such as redis://host:6379.',
      'WORKER_CONCURRENCY must be a number from 1 to 64.',
      'LOG_LEVEL must be debug, info, warn or error.',
    ],
  });
});
