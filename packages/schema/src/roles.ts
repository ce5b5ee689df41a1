/** From the least to the most: each may do what those before it may. Apart from the schemas: browsers get this alone. */
export const roles = ['viewer', 'operator', 'reviewer', 'admin'] as const;

/** Whether a role holds at least what another one does; nobody at all (`null`) holds nothing. */
export function holds(role: (typeof roles)[number] | null, least: (typeof roles)[number]): boolean {
  return role !== null && roles.indexOf(role) >= roles.indexOf(least);
}
