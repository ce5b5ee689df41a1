import type { Role } from '@trucewatch/schema';
import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<Role, () => string>> = {
  viewer: m.people_role_viewer,
  operator: m.people_role_operator,
  reviewer: m.people_role_reviewer,
  admin: m.people_role_admin,
};

export function roleWords(role: Role): string {
  return words[role]();
}
