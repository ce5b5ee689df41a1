import { error } from '@sveltejs/kit';
import type { Person } from '#lib/layout/person.ts';
import { m } from '#lib/paraglide/messages.js';

/** Who is signed in, on pages that nobody else can open. */
export function memberOf({ person }: App.Locals): Person {
  if (!person) error(401, m.layout_sign_in_first());
  return person;
}
