import type { Person } from '#lib/layout/person.ts';
import type { Preferences } from '#lib/layout/preferences.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Caller } from '#lib/server/api/caller.ts';
import type { PageMeta } from '#lib/share/view.ts';

declare global {
  namespace App {
    /** What an answer depends on beside its address: pages that are kept are kept for each of these. */
    interface Locals {
      person: Person | null;
      /** Who asks, on routes of the API only. */
      caller: Caller;
      language: Locale;
      preferences: Preferences;
      /** The end of the viewer's last visit, ISO; null on the first, and where it plays no part. */
      since: string | null;
      /** Set by a page: epoch milliseconds UTC at which it says something else although nothing came in. */
      until?: number;
    }
    interface PageData {
      /** When the server made the page, an ISO instant. */
      now?: string;
      /** In which the page tells times, an IANA name. */
      zone?: string;
      person: Person | null;
      preferences: Preferences;
      meta?: PageMeta;
    }
  }
}
