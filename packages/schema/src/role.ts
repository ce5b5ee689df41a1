import * as z from 'zod';
import { holds, roles } from './roles.ts';

/** What an account may do. */
export const Role = z
  .enum(roles)
  .describe(
    'viewer: reads; operator: also hands in articles and minds feeds and the queue; reviewer: also corrects and decides what counts; admin: also invites people and changes settings',
  );
export type Role = z.infer<typeof Role>;

/** What a program may do with a token. It never may more than the account that the token belongs to. */
const tokenScopes = ['read', 'submit'] as const;
export const TokenScope = z
  .enum(tokenScopes)
  .describe('read: conflicts, events and articles; submit: hand in articles and ask what became of them');
export type TokenScope = z.infer<typeof TokenScope>;

const leastRole = { read: 'viewer', submit: 'operator' } as const satisfies Record<TokenScope, Role>;

/** The scopes that an account of a role may give a token, and that its tokens keep while it has the role. */
export function scopesOf(role: Role): TokenScope[] {
  return tokenScopes.filter((scope) => holds(role, leastRole[scope]));
}
