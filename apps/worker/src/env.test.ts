import { expect, test } from 'vitest';
import { mailOf, modelOf, parseEnv } from './env.ts';

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

test('a model is asked only when the engine says so, and then must be named', () => {
  const named = { DATABASE_URL: database, MODEL_URL: 'http://127.0.0.1:11434/v1', MODEL_NAME: 'm' };
  const off = parseEnv(named);
  expect('env' in off && modelOf(off.env)).toBeUndefined();
  const on = parseEnv({ ...named, EXTRACTION_ENGINE: 'both', MODEL_SECONDS: '30' });
  expect('env' in on && modelOf(on.env)).toMatchObject({
    engine: 'both',
    url: named.MODEL_URL,
    limits: { articleMs: 30_000, callMs: 20_000 },
  });
  expect(parseEnv({ DATABASE_URL: database, EXTRACTION_ENGINE: 'model', MODEL_URL: 'there' })).toEqual({
    problems: [
      'MODEL_URL must be an address such as http://127.0.0.1:11434/v1.',
      'MODEL_NAME is not set: it must be given with EXTRACTION_ENGINE=model.',
    ],
  });
  expect(parseEnv({ DATABASE_URL: database, EXTRACTION_ENGINE: 'model' })).toEqual({
    problems: [
      'MODEL_URL is not set: it must be given with EXTRACTION_ENGINE=model.',
      'MODEL_NAME is not set: it must be given with EXTRACTION_ENGINE=model.',
    ],
  });
});

test('mail needs a server and a sender, or neither', () => {
  const both = { DATABASE_URL: database, SMTP_URL: 'smtp://localhost:25', MAIL_FROM: 'alerts@example.org' };
  const on = parseEnv(both);
  expect('env' in on && mailOf(on.env)).toEqual({ url: both.SMTP_URL, from: both.MAIL_FROM });
  expect(parseEnv({ ...both, MAIL_FROM: '' })).toEqual({
    problems: ['MAIL_FROM is not set: it must be given with SMTP_URL.'],
  });
  expect(parseEnv({ ...both, SMTP_URL: 'localhost' })).toEqual({
    problems: ['SMTP_URL must be an address such as smtp://user:password@host:587.'],
  });
});
