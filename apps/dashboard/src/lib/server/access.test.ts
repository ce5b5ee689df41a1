import { roles } from '@trucewatch/schema';
import { describe, expect, it } from 'vitest';
import { leastRole, mayOpen } from './access.ts';

describe('who may open what', () => {
  it('follows from the group that a route lies in, however deep', () => {
    expect(leastRole('/(operators)/submissions/[id]', true)).toBe('operator');
    expect(leastRole('/(reviewers)/review', true)).toBe('reviewer');
    expect(leastRole('/(admins)/people', true)).toBe('admin');
    expect(leastRole('/conflicts/[id]', true)).toBeNull();
  });

  it('gives each role what those before it have', () => {
    const may = (routeId: string) => [null, ...roles].map((role) => mayOpen(routeId, role, true));
    expect(may('/')).toEqual([true, true, true, true, true]);
    expect(may('/(members)/account')).toEqual([false, true, true, true, true]);
    expect(may('/(operators)/submit')).toEqual([false, false, true, true, true]);
    expect(may('/(reviewers)/review')).toEqual([false, false, false, true, true]);
    expect(may('/(admins)/audit')).toEqual([false, false, false, false, true]);
  });

  it('closes reading to strangers when it is switched off, but no way in', () => {
    expect(mayOpen('/conflicts/[id]', null, false)).toBe(false);
    expect(mayOpen('/live', null, false)).toBe(false);
    expect(mayOpen('/conflicts/[id]', 'viewer', false)).toBe(true);
    for (const door of ['/sign-in', '/join/[token]', '/healthz'])
      expect(mayOpen(door, null, false)).toBe(true);
  });
});
