import {
  type Actor,
  type AttackMode,
  type Count,
  ceasefireSteps,
  type Event,
  eventTypes,
  type Place,
  Reality,
} from '@trucewatch/schema';
import { identityOf, plainName } from '../conflicts/names.ts';
import type { SideOf } from '../conflicts/sides.ts';
import { placed, type Range, rangeOf } from '../range.ts';
import type { Told } from '../told.ts';
import { isCumulative, tollsOf } from './compare-counts.ts';

/** An actor as numbers: who it is, on which side (-1: none), and whether it has a canonical id. */
export interface ActorTrait {
  readonly identity: number;
  readonly side: number;
  readonly isNamed: boolean;
}

export interface PlaceTrait {
  readonly of: Place;
  readonly identity: number;
  readonly name: number;
  readonly level: Place['level'];
  readonly isNarrow: boolean;
  /** Its name is that of a side, as capitals' are: it may stand for who speaks. */
  readonly isSideName: boolean;
  readonly country: string | undefined;
  readonly admin1: string | undefined;
  /** The town as a number, where the map tells it apart from others; null for areas, and for what is on no map. */
  readonly town: number | null;
  /** A point on the unit sphere; null without coordinates. */
  readonly point: readonly [number, number, number] | null;
}

/** What two events are compared by, made once an event. */
export interface Traits {
  /** Events of different kinds are never one: type, step and reality as one number. */
  readonly kind: number;
  /** Where the event stands in time, epoch milliseconds; null: nowhere, and it joins nothing by itself. */
  readonly at: number | null;
  /** When it happened; null without a date of its own. */
  readonly when: Range | null;
  readonly published: number | null;
  readonly place: PlaceTrait | null;
  readonly doers: readonly ActorTrait[];
  readonly targets: readonly ActorTrait[];
  readonly parties: readonly ActorTrait[];
  /** The parties; without any, whoever does it and whomever it is done to. */
  readonly everyone: readonly ActorTrait[];
  readonly mode: AttackMode | undefined;
  /** The largest count of each fate. */
  readonly counts: readonly Count[];
  readonly isCumulative: boolean;
  readonly effect: Range | null;
  readonly hasScene: boolean;
  readonly rarity: Rarity;
  readonly isContestable: boolean;
  readonly articleId: string;
  readonly isHeadline: boolean;
  readonly event: Event;
}

/** How often events of a kind are met in a war. */
export type Rarity = 'common' | 'repeated' | 'rare';

const narrow = new Set(['site', 'city', 'district']);
const withScene = new Set(['attack', 'clash', 'capture', 'detention', 'protest', 'displacement']);
const common = new Set(['attack', 'clash', 'statement', 'threat']);
const repeated = new Set(['violated', 'called_for', 'observed']);
const contestable = new Set(['attack', 'clash', 'detention', 'displacement']);

const realities = Reality.options;
const nobody: readonly ActorTrait[] = [];
const isDoer = ({ role }: Actor) => role === 'initiator';
const isTarget = ({ role }: Actor) => role === 'recipient' || role === 'victim';
const isParty = ({ role }: Actor) => role === 'party';

/** A maker of traits. Numbers of names are its own: traits of two makers must not be compared. */
export function traitReader(sideOf: SideOf): (told: Told) => Traits {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    let number = numbers.get(text);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(text, number);
    }
    return number;
  };
  const actors = new Map<string, Map<string | undefined, ActorTrait>>();
  const actorOf = (actor: { id?: string | undefined; name: string }): ActorTrait => {
    const ofName = actors.get(actor.name) ?? new Map<string | undefined, ActorTrait>();
    let trait = ofName.get(actor.id);
    if (!trait) {
      const isNamed = actor.id !== undefined;
      trait = { identity: numberOf(identityOf(actor)), side: sideOf(actor), isNamed };
      actors.set(actor.name, ofName.set(actor.id, trait));
    }
    return trait;
  };
  const inRole = (all: readonly Actor[], is: (actor: Actor) => boolean): readonly ActorTrait[] =>
    all.some(is) ? all.filter(is).map(actorOf) : nobody;
  const places = new Map<string, PlaceTrait[]>();
  const placeOf = (place: Place): PlaceTrait => {
    const known = places.get(place.name) ?? [];
    let trait = known.find(({ of }) => of === place || isSamePlace(of, place));
    if (!trait) {
      trait = readPlace(place);
      places.set(place.name, [...known, trait]);
    }
    return trait;
  };
  const readPlace = (place: Place): PlaceTrait => {
    const { id, name, level, countryCode, admin1, lat, lon } = place;
    const plain = numberOf(`place:${plainName(name)}`);
    const isNarrow = narrow.has(level);
    const isOnMap = lat !== undefined && lon !== undefined;
    const isSideName = actorOf({ name }).side >= 0;
    const isTown = isNarrow && isOnMap && !isSideName;
    return {
      of: place,
      identity: id === undefined ? plain : numberOf(id),
      name: plain,
      level,
      isNarrow,
      isSideName,
      town: isTown ? numberOf(`town:${id ?? name}\n${lat} ${lon}`) : null,
      country: countryCode,
      admin1,
      point: isOnMap ? onSphere(lat, lon) : null,
    };
  };
  return (told) => {
    const { event, published } = told;
    const when = event.reality === 'future' && event.when ? rangeOf(event.when) : told.range;
    const doers = inRole(event.actors, isDoer);
    const targets = inRole(event.actors, isTarget);
    const parties = inRole(event.actors, isParty);
    return {
      kind: kindOf(event),
      at: when ? placed(when) : told.at,
      when,
      published: published?.latest ?? null,
      place: event.where && placeOf(event.where),
      doers,
      targets,
      parties,
      everyone:
        parties.length > 0 ? parties : doers.length + targets.length > 0 ? [...doers, ...targets] : nobody,
      mode: event.mode,
      counts: tollsOf(event.casualties),
      isCumulative: isCumulative(event.casualties),
      effect: event.effectiveAt && rangeOf(event.effectiveAt),
      hasScene: withScene.has(event.type),
      rarity: rarityOf(event),
      isContestable: contestable.has(event.type),
      articleId: told.ref.articleId,
      isHeadline: event.evidence[0]?.in === 'title',
      event,
    };
  };
}

function rarityOf({ type, step }: Event): Rarity {
  if (common.has(type)) return 'common';
  return step && repeated.has(step) ? 'repeated' : 'rare';
}

function kindOf({ type, step, reality }: Event): number {
  const stepNumber = step ? ceasefireSteps.indexOf(step) + 1 : 0;
  return (eventTypes.indexOf(type) * 100 + stepNumber) * 10 + realities.indexOf(reality);
}

function isSamePlace(a: Place, b: Place): boolean {
  return (
    a.id === b.id &&
    a.level === b.level &&
    a.admin1 === b.admin1 &&
    a.countryCode === b.countryCode &&
    a.lat === b.lat &&
    a.lon === b.lon
  );
}

function onSphere(lat: number, lon: number): [number, number, number] {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}
