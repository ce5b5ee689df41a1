import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSettings, settings } from './env.ts';
import { repository } from './folders.ts';

it('names every wrong setting at once, and shows no password', () => {
  const wrong = {
    PORT: '99999',
    DATABASE_URL: 'mysql://me:hunter2@db/x',
    REDIS_URL: 'localhost',
    SAMPLE_STORY: 'maybe',
  };
  let message = '';
  try {
    readSettings(wrong);
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message.split('\n')).toEqual([
    '4 settings are wrong (npm start -- --help explains them):',
    '  PORT=99999 must be from 1 to 65535',
    '  DATABASE_URL=mysql://me:…@db/x must look like postgres://user:password@host:5432/database',
    '  REDIS_URL=localhost must look like redis://host:6379',
    '  SAMPLE_STORY=maybe must be yes or no',
  ]);
});

it('needs no setting, and takes an empty one as not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '' })).toEqual({
    port: 3000,
    host: '127.0.0.1',
    origin: 'http://localhost:3000',
    dataFolder: join(repository, '.data'),
    sampleStory: true,
  });
});

it('lets ORIGIN follow the port unless it is given', () => {
  expect(readSettings({ PORT: '4000' }).origin).toBe('http://localhost:4000');
  expect(readSettings({ ORIGIN: 'https://truce.example.org/' }).origin).toBe('https://truce.example.org');
});

it('explains every setting in --help', () => {
  const help = execFileSync(
    process.execPath,
    [join(repository, 'infra/local/bootstrap.mjs'), 'start', '--help'],
    {
      encoding: 'utf8',
      env: {},
    },
  );
  for (const name of Object.keys(settings.shape)) expect(help).toContain(`\n  ${name} `);
});
