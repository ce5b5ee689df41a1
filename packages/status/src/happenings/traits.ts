import type { Actor, AttackMode, Count, Event, Place } from '@trucewatch/schema';
import { identityOf, wordsOf } from '../conflicts/names.ts';
import type { SideOf } from '../conflicts/sides.ts';
import { placed, type Range, rangeOf } from '../range.ts';
import type { Told } from '../told.ts';

/** An actor as numbers: who it is, on which side (-1: none), and whether it has a canonical id. */
export interface ActorTrait {
  readonly identity: number;
  readonly side: number;
  readonly isNamed: boolean;
}

export interface PlaceTrait {
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
  /** Events of different kinds are never one: type, step and reality. */
  readonly kind: string;
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
  readonly counts: readonly Count[];
  readonly isCumulative: boolean;
  readonly effect: Range | null;
  readonly hasScene: boolean;
  readonly isContestable: boolean;
  readonly articleId: string;
  readonly isHeadline: boolean;
  readonly event: Event;
}

const narrow = new Set(['site', 'city', 'district']);
const withScene = new Set(['attack', 'clash', 'capture', 'detention', 'protest', 'displacement']);
const contestable = new Set(['attack', 'clash', 'detention', 'displacement']);

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
  const actors = new Map<string, ActorTrait>();
  const actorOf = (actor: { id?: string | undefined; name: string }): ActorTrait => {
    const key = `${actor.id ?? ''}\n${actor.name}`;
    let trait = actors.get(key);
    if (!trait) {
      const isNamed = actor.id !== undefined;
      trait = { identity: numberOf(identityOf(actor)), side: sideOf(actor), isNamed };
      actors.set(key, trait);
    }
    return trait;
  };
  const inRole = (all: readonly Actor[], is: (actor: Actor) => boolean): readonly ActorTrait[] =>
    all.some(is) ? all.filter(is).map(actorOf) : nobody;
  const places = new Map<string, PlaceTrait>();
  const placeOf = (place: Place): PlaceTrait => {
    const key = `${place.id ?? ''}\n${place.name}\n${place.level}\n${place.admin1 ?? ''}`;
    let trait = places.get(key);
    if (!trait) {
      trait = readPlace(place);
      places.set(key, trait);
    }
    return trait;
  };
  const readPlace = ({ id, name, level, countryCode, admin1, lat, lon }: Place): PlaceTrait => {
    const plain = numberOf(`place:${wordsOf(name).join(' ')}`);
    const isNarrow = narrow.has(level);
    const isOnMap = lat !== undefined && lon !== undefined;
    const isSideName = actorOf({ name }).side >= 0;
    const isTown = isNarrow && isOnMap && !isSideName;
    return {
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
      kind: `${event.type} ${event.step ?? ''} ${event.reality}`,
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
      counts: event.casualties,
      isCumulative: event.casualties.some(({ cumulative }) => cumulative),
      effect: event.effectiveAt && rangeOf(event.effectiveAt),
      hasScene: withScene.has(event.type),
      isContestable: contestable.has(event.type),
      articleId: told.ref.articleId,
      isHeadline: event.evidence[0]?.in === 'title',
      event,
    };
  };
}

function onSphere(lat: number, lon: number): [number, number, number] {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}
