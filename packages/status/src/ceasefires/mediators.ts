import type { Actor, Event } from '@trucewatch/schema';
import { plainName, wordsOf } from '../conflicts/names.ts';
import type { SideOf } from '../conflicts/sides.ts';
import type { Told } from '../told.ts';

/** Capitals and short names that stand for a mediating state or body where extraction gives no id. */
const identities: Record<string, string> = {
  russia: 'country:RU',
  moscow: 'country:RU',
  kremlin: 'country:RU',
  'united states': 'country:US',
  us: 'country:US',
  'u s': 'country:US',
  usa: 'country:US',
  washington: 'country:US',
  'white house': 'country:US',
  france: 'country:FR',
  paris: 'country:FR',
  egypt: 'country:EG',
  cairo: 'country:EG',
  qatar: 'country:QA',
  doha: 'country:QA',
  turkey: 'country:TR',
  turkiye: 'country:TR',
  ankara: 'country:TR',
  'saudi arabia': 'country:SA',
  riyadh: 'country:SA',
  oman: 'country:OM',
  china: 'country:CN',
  beijing: 'country:CN',
  malaysia: 'country:MY',
  kenya: 'country:KE',
  angola: 'country:AO',
  norway: 'country:NO',
  'united nations': 'org:un',
  un: 'org:un',
  'u n': 'org:un',
  'african union': 'org:au',
  'european union': 'org:eu',
  osce: 'org:osce',
  'osce minsk group': 'org:osce-minsk-group',
  'minsk group': 'org:osce-minsk-group',
};

/** Whether somebody known to stand on neither side confirms an event: what the rule `violation-verified` asks for. */
export function isVerified({ claims }: Pick<Event, 'claims'>, sideOf: SideOf): boolean {
  return claims.some(({ by, polarity }) => polarity === 'confirms' && isKnownOutsider(by, sideOf));
}

/** Whether the name is that of a state or body known to stand outside: a person's name alone says nothing. */
function isKnownOutsider(name: string, sideOf: SideOf): boolean {
  const words = wordsOf(name);
  const isKnown = words.some((_, from) =>
    [1, 2, 3].some((length) => Object.hasOwn(identities, words.slice(from, from + length).join(' '))),
  );
  return isKnown && sideOf({ name }) < 0;
}

/**
 * The mediators that the events name, as actors with an identity. A signatory that stands on no side of the
 * war, next to two sides that do, counts as one: whoever co-signs a truce of others has brokered it.
 */
export function mediatorsOf(told: readonly Told[], sideOf: SideOf): Pick<Actor, 'id' | 'name'>[] {
  return told.flatMap(({ event }) => {
    const isDeal = event.step === 'agreed' || event.type === 'agreement';
    const parties = event.actors.filter(({ role }) => role === 'party');
    const sides = new Set(parties.map(sideOf).filter((side) => side >= 0));
    return event.actors
      .filter(
        (actor) =>
          sideOf(actor) < 0 &&
          (actor.role === 'mediator' ||
            (isDeal && actor.role === 'party' && sides.size > 1 && actor.id?.startsWith('country:'))),
      )
      .map(({ id, name }) => ({ id: id ?? identities[plainName(name)], name }));
  });
}

/** Bodies that mediate through some of their members: a truce of the one may be told as a truce of the other. */
const members: Record<string, readonly string[]> = {
  'org:osce-minsk-group': ['country:RU', 'country:FR', 'country:US', 'org:osce'],
  'org:osce': ['org:osce-minsk-group'],
};

/** Whether a mediator is named by both, itself or by a body that it mediates for. */
export function mediatorsMeet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some(
    (one) =>
      b.has(one) || [...b].some((other) => members[one]?.includes(other) || members[other]?.includes(one)),
  );
}

/** Whether what is known of the mediators speaks against one truce: both are known and have none in common. */
export function mediatorsDiffer(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && !mediatorsMeet(a, b);
}
