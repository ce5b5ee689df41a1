import { hash, verify } from '@node-rs/argon2';
import type { Store } from '@trucewatch/store';
import { betterAuth } from 'better-auth';
import { admin } from 'better-auth/plugins';
import { sveltekitCookies } from 'better-auth/svelte-kit';
import { getRequestEvent } from '$app/server';
import { log } from './log.ts';

/** Shortest password; length is what makes one strong (NIST SP 800-63B-4, section 3.1.1.2). */
export const shortestPassword = 12;
export const longestPassword = 200;

/** Header by which our own calls tell better-auth the caller's address; no route passes it in from outside. */
export const addressHeader = 'x-trucewatch-address';

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Accounts and sessions. Nobody can sign up; accounts are made from one-time invitations. */
export function openAuth({
  kysely,
  origin,
  secret,
}: {
  kysely: Store['kysely'];
  origin: string;
  secret: string;
}) {
  return betterAuth({
    appName: 'Trucewatch',
    baseURL: origin,
    secret,
    trustedOrigins: [origin],
    database: { db: kysely, type: 'postgres' },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => log[level](`better-auth: ${message}`),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: {
        hash: (password) => hash(password, argon),
        verify: ({ hash: kept, password }) => verify(kept, password),
      },
    },
    session: { expiresIn: 14 * 86_400, updateAge: 86_400 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: { '/sign-in/email': { window: 60, max: 5 } },
    },
    advanced: {
      cookiePrefix: 'trucewatch',
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [admin({ defaultRole: 'viewer' }), sveltekitCookies(getRequestEvent)],
  });
}
