import type { Person } from '#lib/layout/person.ts';

declare global {
  namespace App {
    interface Locals {
      person: Person | null;
      theme: 'light' | 'dark' | null;
    }
    interface PageData {
      person: Person | null;
      theme: 'light' | 'dark' | null;
    }
  }
}
