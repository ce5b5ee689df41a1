import { Refusal, sqlState } from './refusal.ts';

/**
 * One plain sentence for an error that came of talking to PostgreSQL: what failed and what to do.
 * Never holds the password of the address.
 */
export function describeConnectionError(error: unknown, url: string): string {
  if (error instanceof Refusal) return error.message;
  const { server, database, user } = target(url);
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const message = first instanceof Error ? first.message : String(first);
  const state = sqlState(first);
  if (state === '28P01' || state === '28000') {
    return `PostgreSQL at ${server} refuses user "${user}": check the user and password in DATABASE_URL.`;
  }
  if (state === '3D000')
    return `PostgreSQL at ${server} has no database "${database}": create it, or correct DATABASE_URL.`;
  if (state === '42P01' || state === '3F000') {
    return `Database "${database}" at ${server} is not set up: run bin/trucewatch migrate.`;
  }
  if (state === '42501')
    return `User "${user}" may not do this in database "${database}" at ${server}: ${message}.`;
  if (state === '53300')
    return `PostgreSQL at ${server} has no connection left: raise max_connections or stop other clients.`;
  if (state?.startsWith('57P'))
    return `PostgreSQL at ${server} is starting or stopping: try again in a moment.`;
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `There is no machine named "${server}": check the host in DATABASE_URL.`;
  }
  if (code === 'ECONNREFUSED')
    return `Nothing answers at ${server}: start PostgreSQL there, or correct DATABASE_URL.`;
  if (
    /^(ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(code) ||
    /timeout|terminated|not queryable/i.test(message)
  ) {
    return `The connection to PostgreSQL at ${server} was lost or not answered in time (${message}).`;
  }
  return state ? `PostgreSQL at ${server}: ${message}` : message;
}

function target(url: string): { server: string; database: string; user: string } {
  if (!URL.canParse(url)) return { server: 'an address that is none', database: '', user: '' };
  const { host, pathname, username } = new URL(url);
  return { server: host, database: pathname.slice(1), user: decodeURIComponent(username) };
}
