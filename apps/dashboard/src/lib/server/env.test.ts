import { describe, expect, it } from 'vitest';
import { readSettings } from './env.ts';

const good = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/t',
  ORIGIN: 'https://trucewatch.example.org/',
  AUTH_SECRET: 'a'.repeat(32),
};

describe('settings', () => {
  it('fills in what has a default and takes the origin without its slash', () => {
    expect(readSettings({ ...good, REDIS_URL: '' })).toEqual({
      settings: {
        databaseUrl: good.DATABASE_URL,
        redisUrl: undefined,
        origin: 'https://trucewatch.example.org',
        authSecret: good.AUTH_SECRET,
        host: '0.0.0.0',
        port: 3000,
      },
    });
  });

  it('reports every problem at once, by name', () => {
    const read = readSettings({ DATABASE_URL: 'mysql://x', AUTH_SECRET: 'short', PORT: '99999' });
    const problems = 'problems' in read ? read.problems : [];
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'DATABASE_URL',
      'ORIGIN',
      'AUTH_SECRET',
      'PORT',
    ]);
    expect(problems[1]).toBe('ORIGIN: it is not set.');
  });
});
