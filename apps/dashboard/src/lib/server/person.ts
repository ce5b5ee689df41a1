import type { RequestEvent } from '@sveltejs/kit';
import { Role } from '@trucewatch/schema';
import type { Person } from '#lib/layout/person.ts';
import { services } from './services.ts';

/** Who sends this request, by the session cookie; null for anybody who is not signed in. Asks the database only then. */
export async function personOf(event: RequestEvent): Promise<Person | null> {
  const isSignedIn = event.cookies.getAll().some(({ name }) => name.endsWith('trucewatch.session_token'));
  if (!isSignedIn) return null;
  const session = await services().auth.api.getSession({ headers: event.request.headers });
  if (!session) return null;
  const role = Role.safeParse(session.user.role);
  return { id: session.user.id, name: session.user.name, role: role.success ? role.data : 'viewer' };
}
