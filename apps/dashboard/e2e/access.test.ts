import { type Role, roles } from '@trucewatch/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccount } from './make-account.ts';
import { allRoutes, type Route } from './routes.ts';
import { type Stack, startStack } from './stack.ts';

/** What each group of routes asks for at least. A group that is not named here is not known to this test. */
const leastOfGroup: Readonly<Record<string, Role>> = {
  '(members)': 'viewer',
  '(operators)': 'operator',
  '(reviewers)': 'reviewer',
  '(admins)': 'admin',
};
/** Routes beyond the groups that change something, each with who may: nobody else may be forgotten here. */
const changing = [
  '/sign-in',
  '/sign-out',
  '/join/[token]',
  '/alerts/confirm/[token]',
  '/alerts/unsubscribe/[token]',
  '/preferences',
  '/api/articles',
];

type Who = Role | 'stranger';
const everybody: readonly Who[] = ['stranger', ...roles];
const routes = allRoutes();
let stack: Stack;
const cookies = new Map<Who, string>([['stranger', '']]);

beforeAll(async () => {
  stack = await startStack({ sample: false });
  for (const role of roles) cookies.set(role, (await makeAccount(stack, role)).cookie);
}, 60_000);
afterAll(() => stack?.stop());

function least({ id }: Route): Role | null {
  const group = id.split('/').find((part) => part.startsWith('('));
  return group === undefined ? null : (leastOfGroup[group] ?? null);
}

function mayOpen(route: Route, who: Who): boolean {
  const needed = least(route);
  return needed === null || (who !== 'stranger' && roles.indexOf(who) >= roles.indexOf(needed));
}

/** An address of the route: no such thing exists, which is told only to those who may know. */
function addressOf({ id }: Route): string {
  const path = id.replaceAll(/\/\([a-z]+\)/g, '').replaceAll(/\[[^\]]+\]/g, 'none');
  return `${stack.origin}${path || '/'}`;
}

async function ask(address: string, who: Who, method: string): Promise<'refused' | 'let in'> {
  const answer = await fetch(address, {
    method,
    redirect: 'manual',
    headers: {
      cookie: cookies.get(who) ?? '',
      origin: stack.origin,
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { body: 'id=none' }),
  });
  await answer.body?.cancel();
  const isSentAway = answer.headers.get('location')?.startsWith('/sign-in') === true;
  return isSentAway || [401, 403].includes(answer.status) ? 'refused' : 'let in';
}

describe('every route', () => {
  it('is known: all that can change something lie in a group, but for the ways in', () => {
    const groups = routes.flatMap(({ id }) => id.split('/').filter((part) => part.startsWith('(')));
    expect(new Set(groups).difference(new Set(Object.keys(leastOfGroup)))).toEqual(new Set());
    const open = routes.filter((route) => route.methods.includes('POST') && least(route) === null);
    expect(open.map(({ id }) => id).sort()).toEqual(changing.toSorted());
  });

  it('lets in who may, and nobody else, with every method and every action', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(
      ({ id }) => !['/sign-out', '/live'].includes(id) && !id.startsWith('/api/'),
    )) {
      for (const who of everybody) {
        const wanted = mayOpen(route, who) ? 'let in' : 'refused';
        const address = addressOf(route);
        const asked = route.methods.includes('GET') ? [[address, 'GET'] as const] : [];
        // What may change something is not asked by those who may: it would.
        const acts = wanted === 'refused' ? route.actions : [];
        const posts = acts.map(
          (act) => [act === 'default' ? address : `${address}?/${act}`, 'POST'] as const,
        );
        for (const [where, method] of [...asked, ...posts]) {
          const is = await ask(where, who, method);
          if (is !== wanted) wrong.push(`${who} ${method} ${where}: ${is}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('takes no form from elsewhere, whoever is signed in', async () => {
    const answer = await fetch(`${stack.origin}/people?/reading`, {
      method: 'POST',
      headers: {
        cookie: cookies.get('admin') ?? '',
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'is=closed',
    });
    expect(answer.status).toBe(403);
  });
});

it('is closed to strangers once reading is for members only, but for the ways in', async () => {
  const set = (is: string) =>
    fetch(`${stack.origin}/people?/reading`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: cookies.get('admin') ?? '',
        origin: stack.origin,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: `is=${is}`,
    });
  await set('closed');
  const readable = routes.filter((route) => least(route) === null && route.methods.includes('GET'));
  const open: string[] = [];
  for (const route of readable) {
    if (route.id === '/sign-out') continue;
    if ((await ask(addressOf(route), 'stranger', 'GET')) === 'let in') open.push(route.id);
  }
  expect(open.sort()).toEqual([
    '/alerts/confirm/[token]',
    '/alerts/unsubscribe/[token]',
    '/api/openapi.json',
    '/healthz',
    '/join/[token]',
    '/robots.txt',
    '/sign-in',
  ]);
  expect(await ask(`${stack.origin}/`, 'viewer', 'GET')).toBe('let in');
  await set('open');
  expect(await ask(`${stack.origin}/`, 'stranger', 'GET')).toBe('let in');
});
