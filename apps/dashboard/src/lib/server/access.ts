import { holds, type Role } from '@trucewatch/schema';

/** What a page asks of whoever opens it: the group of routes that it lies in says it. */
const groups: Readonly<Record<string, Role>> = {
  '(members)': 'viewer',
  '(operators)': 'operator',
  '(reviewers)': 'reviewer',
  '(admins)': 'admin',
};

/** Open to anybody even where only members may read: ways in, and what tells of the site itself. */
const doors = new Set([
  '/sign-in',
  '/sign-out',
  '/join/[token]',
  '/alerts/confirm/[token]',
  '/alerts/unsubscribe/[token]',
  '/preferences',
  '/healthz',
  '/robots.txt',
  '/api/openapi.json',
]);

/**
 * The least role that a route asks for, whatever the method; null when nobody need be signed in. It is decided here
 * alone: a route in no group is for reading.
 */
export function leastRole(routeId: string | null, isReadingAnonymous: boolean): Role | null {
  const group = routeId?.split('/').find((part) => Object.hasOwn(groups, part));
  if (group !== undefined) return groups[group] ?? null;
  if (isReadingAnonymous || routeId === null || doors.has(routeId)) return null;
  return 'viewer';
}

/** Whether somebody with a role, or nobody (`null`), may open a route. */
export function mayOpen(routeId: string | null, role: Role | null, isReadingAnonymous: boolean): boolean {
  const least = leastRole(routeId, isReadingAnonymous);
  return least === null || holds(role, least);
}

/** Routes that answer programs: with tokens, and in JSON. */
export function isApi(routeId: string | null): boolean {
  return routeId?.startsWith('/api/') === true;
}
