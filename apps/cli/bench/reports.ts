import type { Actor, CeasefireStep, Event, Moment } from '@trucewatch/schema';
import type { Report } from '@trucewatch/status';

const hour = 3_600_000;
const day = 24 * hour;

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A made-up war as articles tell it, in order of publication: a truce every three weeks, announced a day before it
 * starts, broken daily by both sides and ending by expiry, collapse or the next one; attacks and clashes throughout; dated
 * and vague mentions. Three and a half events an article, four of ten of them steps of a ceasefire; `perDay` articles a day.
 */
export function* warReports(
  sides: readonly [string, string],
  { from, articles, perDay, seed }: { from: number; articles: number; perDay: number; seed: number },
): Generator<Report> {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const cycle = 21 * day;
  for (let number = 0; number < articles; number++) {
    const published = from + (number / perDay) * day + random() * hour;
    const truce = Math.floor((published - from) / cycle);
    const start = from + truce * cycle + 12 * hour;
    const sinceStart = published - start;
    const attacker = random() < 0.5 ? 0 : 1;
    const both = sides.map((id) => actor('party', id));
    const between = [actor('initiator', sides[attacker]), actor('recipient', sides[attacker === 0 ? 1 : 0])];
    const today = moment(published - (published % day), day - 1);
    const events: Event[] = [];
    const add = (event: Partial<Event>) => events.push(whole(`${seed}-${number}-${events.length}`, event));
    const step = (name: CeasefireStep, more: Partial<Event> = {}) =>
      add({ type: 'ceasefire', step: name, ceasefireRefs: ['truce-1'], actors: both, ...more });
    if (sinceStart > 0 && sinceStart < 2 * day)
      step('agreed', {
        when: moment(start - day, hour),
        effectiveAt: moment(start, 0),
        until: random() < 0.3 ? moment(start + 10 * day, 0) : null,
      });
    else if (random() < 0.2) step('agreed', random() < 0.5 ? { when: moment(start - day, day) } : {});
    if (sinceStart > 2 * hour && random() < 0.5) step('violated', { actors: between, when: today });
    if (random() < 0.1) step('observed', { when: today });
    if (sinceStart > 15 * day && random() < 0.05) step('collapsed', { when: today });
    if (random() < 0.3)
      step('called_for', { actors: [actor('initiator', 'org:un'), ...both], ceasefireRefs: [] });
    while (events.length < 3 || random() < 0.4) {
      const town = pick(towns);
      add({
        type: pick(['attack', 'attack', 'attack', 'clash', 'displacement', 'aid']),
        mode: undefined,
        actors: between,
        when: today,
        where: { name: town, id: `place:${town}`, level: 'city', mention: span },
        casualties: random() < 0.5 ? [] : [dead(Math.floor(random() * 20))],
      });
    }
    yield {
      article: {
        id: `${seed}-${number}`,
        publishedAt: new Date(published).toISOString(),
        source: pick(outlets),
      },
      events,
    };
  }
}

const span = { start: 0, end: 5, quote: 'words' };
const towns = [
  'Arla',
  'Brun',
  'Cessa',
  'Dovik',
  'Elmar',
  'Fosk',
  'Garda',
  'Hult',
  'Ister',
  'Jarn',
  'Kolm',
  'Lodz',
];
const outlets = ['Courier', 'Herald', 'Agency One', 'Agency Two', 'Tribune', 'Echo', 'Observer', 'Post'];

function actor(role: Actor['role'], id: string): Actor {
  return { role, id, name: id, mention: span };
}

function moment(at: number, long: number): Moment {
  const iso = (instant: number) => new Date(instant).toISOString();
  return {
    earliest: iso(at),
    latest: iso(at + long),
    level: long > hour ? 'day' : 'minute',
    basis: 'stated',
  };
}

function dead(low: number): Event['casualties'][number] {
  return { of: 'killed', group: 'unknown', low, high: low, qualifier: 'exact', span };
}

function whole(id: string, event: Partial<Event>): Event {
  return {
    id,
    type: 'attack',
    reality: 'actual',
    actors: [],
    when: null,
    effectiveAt: null,
    until: null,
    where: null,
    casualties: [],
    claims: [],
    ceasefireRefs: [],
    purpose: [],
    codes: {},
    evidence: [span],
    confidence: 0.9,
    ...event,
  };
}
