import pg from 'pg';

/**
 * Makes a role that is no superuser and a database that it owns, unless they are there; sets the role's password.
 * @param superuserUrl the superuser's address of any other database
 */
export async function ensureDatabase(
  superuserUrl: string,
  owner: { role: string; password: string },
  database: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    const role = client.escapeIdentifier(owner.role);
    const name = client.escapeIdentifier(database);
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [owner.role]);
    await client.query(
      `${roles.rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nocreatedb nocreaterole password ${client.escapeLiteral(owner.password)}`,
    );
    const databases = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!databases.rowCount) await client.query(`create database ${name} owner ${role}`);
    await client.query(`revoke all on database ${name} from public`);
  } finally {
    await client.end();
  }
}

/** Drops a database with whoever is still connected to it. */
export async function dropDatabase(superuserUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`);
  } finally {
    await client.end();
  }
}
