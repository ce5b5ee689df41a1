import { describe, expect, it } from 'vitest';
import { runCli } from './spawned-cli.ts';

describe('trucewatch', () => {
  it('lists its commands', async () => {
    const { status, stdout } = await runCli(['--help']);
    expect(status).toBe(0);
    for (const command of ['extract', 'timeline', 'submit', 'status', 'replay', 'migrate', 'operator-link']) {
      expect(stdout).toContain(`\n  ${command}`);
    }
  });

  it('prints its help as an error when it is given no command, and suggests one that was misspelt', async () => {
    expect(await runCli([])).toMatchObject({ status: 1, stdout: '' });
    const { status, stderr } = await runCli(['timelin']);
    expect(status).toBe(1);
    expect(stderr).toContain('Did you mean timeline?');
  });

  it('says every wrong setting at once', async () => {
    const { status, stderr } = await runCli(['status'], {
      env: { DATABASE_URL: 'mysql://x', REDIS_URL: 'x' },
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^DATABASE_URL is not .*\nREDIS_URL is not .*\n$/);
  });

  it('says where a database could come from when none is known', async () => {
    const { stderr } = await runCli(['migrate']);
    expect(stderr).toMatch(/^No database is known: run npm start in another terminal, or set DATABASE_URL/);
  });
});
