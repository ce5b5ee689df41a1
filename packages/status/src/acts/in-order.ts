import type { Act } from '@trucewatch/schema';
import { byText } from '../compare.ts';

/** Acts that count, by when they were done. Of one instant by what they say: the order of arrival decides nothing. */
export function inForce(acts: readonly Act[]): Act[] {
  return acts
    .filter(({ undoneBy, decision }) => undoneBy === null && decision.kind !== 'undo')
    .sort(
      (a, b) =>
        Date.parse(a.at) - Date.parse(b.at) || byText(textOf(a), textOf(b)) || byText(a.author, b.author),
    );
}

function textOf({ decision }: Act): string {
  return JSON.stringify(decision, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => byText(a, b)))
      : value,
  );
}
