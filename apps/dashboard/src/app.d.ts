import type { Person } from '#lib/layout/person.ts';
import type { Preferences } from '#lib/layout/preferences.ts';
import type { Locale } from '#lib/paraglide/runtime.js';

declare global {
  namespace App {
    interface Locals {
      person: Person | null;
      language: Locale;
      preferences: Preferences;
    }
    interface PageData {
      person: Person | null;
      preferences: Preferences;
    }
  }
}
