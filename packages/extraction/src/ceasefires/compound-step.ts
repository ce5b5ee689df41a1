import type { CeasefireStep } from '@trucewatch/schema';

/** What the noun after a truce makes of it: "ceasefire violations" tells a breach, "truce talks" nothing of a truce. */
export function compoundStep(after: string): CeasefireStep | 'none' | null {
  if (/^(?:violations?|breach(?:es)?)$/u.test(after)) return 'violated';
  if (/^(?:proposals?|offers?|plan|draft)$/u.test(after)) return 'proposed';
  if (/^(?:calls?|appeals?)$/u.test(after)) return 'called_for';
  if (/^(?:collapse)$/u.test(after)) return 'collapsed';
  if (/^(?:extension)$/u.test(after)) return 'extended';
  if (
    /^(?:talks|negotiations|monitoring|monitors?|lines?|efforts?|attempts?|centers?|centres?|observers?|mission|bid|zone)$/u.test(
      after,
    )
  )
    return 'none';
  return null;
}
