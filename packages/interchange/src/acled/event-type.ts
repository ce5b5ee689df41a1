import type { Event } from '@trucewatch/schema';

/** ACLED's sub-event types under their event types. */
const types = {
  Battles: ['Government regains territory', 'Non-state actor overtakes territory', 'Armed clash'],
  Protests: ['Excessive force against protesters', 'Protest with intervention', 'Peaceful protest'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
} as const;

const disorder: Readonly<Record<keyof typeof types, string>> = {
  Battles: 'Political violence',
  'Explosions/Remote violence': 'Political violence',
  'Violence against civilians': 'Political violence',
  Protests: 'Demonstrations',
  Riots: 'Demonstrations',
  'Strategic developments': 'Strategic developments',
};

const byMode: Readonly<Partial<Record<NonNullable<Event['mode']>, string>>> = {
  shelling: 'Shelling/artillery/missile attack',
  missile: 'Shelling/artillery/missile attack',
  airstrike: 'Air/drone strike',
  drone: 'Air/drone strike',
  bombing: 'Remote explosive/landmine/IED',
  landmine: 'Remote explosive/landmine/IED',
  suicide_bombing: 'Suicide bomb',
};

export interface AcledType {
  disorderType: string;
  eventType: keyof typeof types;
  subEventType: string;
}

/**
 * ACLED's type of an event, or null where ACLED has none (a truce called for, broken or collapsed, a sanction, a
 * statement). The extraction's own code decides where it names a sub-event type; otherwise type and mode do.
 */
export function acledType(event: Event): AcledType | null {
  const given = event.codes.acled;
  return (given && typeOf(given)) || typeOf(derived(event) ?? '');
}

function typeOf(subEventType: string): AcledType | null {
  for (const [eventType, subEventTypes] of Object.entries(types) as [
    keyof typeof types,
    readonly string[],
  ][]) {
    if (subEventTypes.includes(subEventType)) {
      return { disorderType: disorder[eventType], eventType, subEventType };
    }
  }
  return null;
}

function derived(event: Event): string | null {
  switch (event.type) {
    case 'attack':
      return (event.mode && byMode[event.mode]) ?? (isOnCivilians(event) ? 'Attack' : 'Armed clash');
    case 'clash':
      return 'Armed clash';
    case 'ceasefire':
      return ['agreed', 'declared', 'extended'].includes(event.step ?? '') ? 'Agreement' : null;
    case 'agreement':
    case 'talks':
    case 'exchange':
      return 'Agreement';
    case 'capture': {
      const holder = event.actors.find(({ role }) => role === 'initiator')?.id ?? '';
      if (holder.startsWith('country:')) return 'Government regains territory';
      return holder.startsWith('group:') ? 'Non-state actor overtakes territory' : 'Armed clash';
    }
    case 'detention':
      return 'Arrests';
    case 'protest':
      return 'Peaceful protest';
    case 'deployment':
    case 'withdrawal':
      return 'Other';
    default:
      return null;
  }
}

const civilianGroups = new Set(['civilians', 'children', 'women', 'journalists']);

/** Whether the text says that it struck civilians. */
export function isOnCivilians(event: Event): boolean {
  return (
    event.type === 'attack' &&
    (event.casualties.some(({ group, cumulative }) => civilianGroups.has(group) && !cumulative) ||
      event.actors.some(
        ({ role, name }) => role === 'victim' && /\b(civilian|resident|child|villager)/i.test(name),
      ))
  );
}
