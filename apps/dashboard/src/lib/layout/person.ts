import type { Role } from '@trucewatch/schema';
import { holds } from '@trucewatch/schema/roles';

/** Who is signed in, as pages know them. */
export interface Person {
  id: string;
  name: string;
  role: Role;
}

/** Whether somebody may do what a role may. */
export function may(person: Person | null, least: Role): boolean {
  return holds(person?.role ?? null, least);
}
