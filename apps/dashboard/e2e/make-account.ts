import type { Role } from '@trucewatch/schema';
import type { Stack } from './stack.ts';

let made = 0;

/** Makes an account of a role as a browser without scripts would; returns what signs it in. */
export async function makeAccount(stack: Stack, role: Role): Promise<{ email: string; cookie: string }> {
  const email = `${role}${++made}@example.org`;
  const answer = await fetch(await stack.invitation(role), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: stack.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ name: `A ${role}`, email, password: 'correct horse battery staple' }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  if (!cookie.includes('session_token'))
    throw new Error(`No account was made: ${answer.status} ${await answer.text()}`);
  return { email, cookie };
}
