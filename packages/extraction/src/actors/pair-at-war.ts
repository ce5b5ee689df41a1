import dyads from '../../data/dyads.json' with { type: 'json' };
import patrons from '../../data/patrons.json' with { type: 'json' };
import type { Document, Line } from '../document.ts';
import type { KnownPlace } from '../places/gazetteer.ts';
import type { ActorRef } from './actor-ref.ts';
import type { ActorMention } from './find-actors.ts';

/** How much more a pair counts that is known to be at war. */
const knownWar = 4;
const known = new Set(dyads.map((dyad) => [...dyad].sort().join(' ')));

/** The state on whose side a group fights. */
const patronOf = new Map(patrons.map(([group, state]) => [group, state]));

const warWords =
  /\b(?:war|conflict|fighting|clash|ceasefire|cease-fire|truce|hostilities|attack|accus|agree|shell|peace|violat|battle|troops|offensive|strike)/iu;

/**
 * The two sides that an article shows at war: those it joins most ("between A and B", "A accused B",
 * both in sentences of fighting), those first
 * in whose country the fighting is. Null when it names fewer than two.
 * @param lines the part of the article to look at
 */
export function findPair(
  document: Document,
  mainPlace: KnownPlace | null,
  lines: readonly Line[] = document.lines,
): [ActorRef, ActorRef] | null {
  const scores = new Map<string, number>();
  const firsts = new Map<string, ActorRef & { kind?: string }>();
  const home = mainPlace?.countryCode ? `country:${mainPlace.countryCode}` : null;
  const between = goBetweens(document);
  for (const line of lines) {
    const sides = line.actors.filter(
      (actor) => canFight(actor) && !between.has(actor.id) && !mediates(actor, line) && !isVenue(actor, line),
    );
    for (const side of sides) remember(firsts, line, side);
    if (sides.length < 2) continue;
    const heated =
      (warWords.test(line.source.slice(line.start, line.end)) ? 1 : 0.2) * (line.part === 'title' ? 2 : 1);
    // However often a sentence names two sides, it joins them once: by the words that join them best.
    const here = new Map<string, number>();
    for (let i = 0; i < sides.length; i++) {
      const a = sides[i] as ActorMention;
      for (let j = i + 1; j < Math.min(sides.length, i + 6); j++) {
        const b = sides[j] as ActorMention;
        if (a.id === b.id) continue;
        const key = a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
        const weight =
          heated *
          (known.has(key) ? knownWar : 1) *
          standing(line, a) *
          standing(line, b) *
          (home !== null && (a.id === home || b.id === home) ? 2 : 1) *
          joint(line.source.slice(a.end, b.start), line.source.slice(Math.max(0, a.start - 12), a.start));
        here.set(key, Math.max(here.get(key) ?? 0, weight));
      }
    }
    for (const [key, weight] of here) scores.set(key, (scores.get(key) ?? 0) + weight);
  }
  const best = [...scores].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0];
  if (!best || best[1] < 1) return null;
  const [first, second] = best[0].split(' ').map((id) => sideFor(id, best[0], document));
  const one = firsts.get(first ?? '');
  const other = firsts.get(second ?? '');
  if (!one || !other) return null;
  return one.part === other.part && one.start > other.start ? [other, one] : [one, other];
}

/** A group counts as the state that it fights beside where the text speaks of that state more, and that state is at war with the other side. */
function sideFor(id: string, pair: string, document: Document): string {
  const patron = patronOf.get(id);
  const other = pair.split(' ').find((side) => side !== id);
  if (!patron || !other || !known.has([patron, other].sort().join(' '))) return id;
  const lines = (actor: string) =>
    document.lines.filter((line) => line.actors.some((one) => one.id === actor)).length;
  return lines(patron) > lines(id) ? patron : id;
}

/** A name that is also a region's counts less: "in Karabakh" is a place more often than a side. */
function standing(line: Line, actor: ActorMention): number {
  return actor.id.startsWith('group:') && line.places.some((place) => place.start === actor.start) ? 0.3 : 1;
}

const mediated =
  /\b(?:brokered|mediated|facilitated|hosted|sponsored|arranged|negotiated|led|overseen|monitored|negotiations|mediation|diplomacy|efforts) (?:jointly )?by\b[^.;:]{0,60}$/iu;

const mediators =
  /\b(?:mediators?|brokers?|guarantors?|sponsors?|go-betweens?|facilitators?|peace hosts?)(?:,? (?:the )?(?:\p{Lu}[\p{L}.]{0,20}(?: \p{Lu}[\p{L}.]{0,20})?)){0,3},?(?: and)?(?: the)? $/u;

/** "a truce brokered by the United States and Saudi Arabia", "mediators Egypt and Qatar": neither is at war. */
function mediates(actor: ActorMention, line: Line): boolean {
  const before = line.source.slice(Math.max(line.start, actor.start - 90), actor.start);
  return (
    mediated.test(before) ||
    mediators.test(before.slice(-70).replace(/^Mediators?|(?<= )Mediators?/u, 'mediators'))
  );
}

const mediating = new WeakMap<Document, ReadonlySet<string>>();

/** The states that mediate anywhere in the article and are known to be at war with nobody in it: elsewhere they are at war no more. */
function goBetweens(document: Document): ReadonlySet<string> {
  let found = mediating.get(document);
  if (found) return found;
  const named = [...new Set(document.lines.flatMap(({ actors }) => actors.map(({ id }) => id)))];
  const isAtWar = (id: string) => named.some((other) => known.has([id, other].sort().join(' ')));
  found = new Set(
    document.lines.flatMap((line) =>
      line.actors.filter((actor) => mediates(actor, line) && !isAtWar(actor.id)).map(({ id }) => id),
    ),
  );
  mediating.set(document, found);
  return found;
}

const meeting = /\b(?:sign|agree|reach|talk|meet|met|negotiat|mediat|summit|conference|deal|accord|broker)/iu;

/** "the truce signed in Accra", "talks in Ghana's capital": where people met, and no side. */
function isVenue(actor: ActorMention, line: Line): boolean {
  const before = line.source.slice(Math.max(line.start, actor.start - 80), actor.start);
  if (!/\b(?:in|at) (?:the )?$/u.test(before)) return false;
  if (/^(?:['’]s?)? capital\b/u.test(line.source.slice(actor.end, actor.end + 12))) return true;
  return actor.kind === 'seat' && meeting.test(before);
}

function canFight(actor: ActorMention): boolean {
  return (
    !actor.id.startsWith('org:') &&
    actor.qualifies !== 'broker' &&
    actor.qualifies !== 'zone' &&
    actor.kind !== 'person' &&
    actor.dateline === false
  );
}

/** The first mention by name; by seat or adjective only while there is no better one. */
function remember(firsts: Map<string, ActorRef & { kind?: string }>, line: Line, actor: ActorMention): void {
  const known = firsts.get(actor.id);
  if (!known || (known.kind !== 'name' && actor.kind === 'name'))
    firsts.set(actor.id, { ...toRef(line, actor), kind: actor.kind });
}

function toRef(line: Line, actor: ActorMention): ActorRef {
  return {
    id: actor.id,
    name: line.source.slice(actor.start, actor.end),
    part: line.part,
    start: actor.start,
    end: actor.end,
  };
}

function joint(between: string, before: string): number {
  if (/^(?:\s?(?:and|–|—)\s?|-)(?:the )?$/u.test(between)) return /between $/u.test(before) ? 4 : 2;
  if (/\b(?:accus|blam|attack|against|shell|violat|clash|fight|fought|bomb|struck)/u.test(between)) return 2;
  return 0.5;
}
