import { Scope } from '@trucewatch/store';
import { m } from '#lib/paraglide/messages.js';
import type { ScopeForm } from '#lib/reextraction/view.ts';

/** Reads the form for a new run, from an address or as it was sent. */
export function readScopeForm(values: URLSearchParams | FormData): ScopeForm {
  const own = (name: string) => {
    const value = values.get(name);
    return typeof value === 'string' ? value.trim().slice(0, 500) : '';
  };
  return {
    kind: own('kind') || 'all',
    conflict: own('conflict'),
    source: own('source'),
    from: own('from'),
    to: own('to'),
  };
}

/** The scope that a form means, or one sentence that says what to mend. */
export function scopeOf({ kind, conflict, source, from, to }: ScopeForm): Scope | { problem: string } {
  const parsed = Scope.safeParse({
    kind,
    conflictId: conflict,
    source,
    from: from || null,
    to: to || null,
  });
  if (parsed.success) return parsed.data;
  const problems: Record<string, () => string> = {
    conflict: m.reextraction_problem_conflict,
    source: m.reextraction_problem_source,
    published: m.reextraction_problem_days,
  };
  return { problem: (problems[kind] ?? m.reextraction_problem_kind)() };
}

/** Which articles a scope means, in words. */
export function scopeWords(scope: Scope, nameOf: (conflictId: string) => string): string {
  switch (scope.kind) {
    case 'all':
      return m.reextraction_scope_all();
    case 'conflict':
      return m.reextraction_scope_conflict({ name: nameOf(scope.conflictId) });
    case 'source':
      return m.reextraction_scope_source({ name: scope.source });
    case 'published':
      if (scope.from === null) return m.reextraction_scope_until({ to: scope.to ?? '' });
      if (scope.to === null) return m.reextraction_scope_since({ from: scope.from });
      return m.reextraction_scope_between({ from: scope.from, to: scope.to });
  }
}
