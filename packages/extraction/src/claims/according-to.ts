import type { Clause, Phrase } from '@trucewatch/language';
import type { ActorRef } from '../actors/actor-ref.ts';
import { actorsOf, reference, trimmed } from '../actors/actors-of-phrase.ts';
import { type Line, rangeOf } from '../document.ts';
import type { Story } from '../story.ts';
import type { Attribution } from './attributions.ts';

/** What carries words is not who says them. */
const medium =
  /\b(?:post|posts|tweet|tweets|statement|statements|message|video|footage|data|figures|estimates?|map|law|agreement|deal|terms|plan|count|tally)$/iu;

/** "according to a statement from the ministry": the tail names who; "both countries" are two who say so. */
export function accordingTo(clause: Clause, line: Line, story: Story): Attribution[] {
  if (clause.verb.lemma !== 'accord' && line.tokens[clause.verb.head]?.lower !== 'according') return [];
  const to = clause.obliques.find((oblique) => oblique.preposition === 'to');
  if (!to) return [];
  const verb = rangeOf(line, clause.verb);
  const tail = clause.obliques.filter(
    (oblique) => oblique.at >= to.at && ['to', 'from', 'by', 'of'].includes(oblique.preposition),
  );
  const last = tail.at(-1)?.phrases.at(-1);
  if (!last) return [];
  const speakers = speakersOf(
    tail.flatMap((oblique) => oblique.phrases),
    line,
    story,
  );
  const end = Math.max(rangeOf(line, last).end, verb.end);
  const scope =
    verb.start <= line.start + 4 ? { from: end, to: line.end } : { from: line.start, to: verb.start };
  return speakers.map((by) => ({
    by,
    polarity: 'asserts',
    start: verb.start,
    end,
    ...scope,
    clause: null,
    accused: [],
  }));
}

/** The first phrase that names known actors; else the last that names somebody and not just a paper. */
function speakersOf(phrases: readonly Phrase[], line: Line, story: Story): ActorRef[] {
  let unknown: ActorRef | null = null;
  for (const phrase of phrases) {
    const actors = actorsOf([phrase], line, story);
    if (actors.some((actor) => actor.id !== undefined)) return actors;
    const head = line.tokens[phrase.head];
    const named =
      actors[0] ??
      (head && (head.upos === 'PROPN' || head.upos === 'NOUN')
        ? reference(line, trimmed(line, phrase))
        : null);
    if (named && !medium.test(named.name)) unknown = named;
  }
  return unknown ? [unknown] : [];
}
