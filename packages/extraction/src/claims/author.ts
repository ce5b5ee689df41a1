import { type ActorRef, sameActor } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { isQuoted, type Line } from '../document.ts';
import type { Story } from '../story.ts';
import { attributionsOf } from './attributions.ts';

const stances = new Set(
  'stand call welcome support condemn express reiterate urge continue extend remain reaffirm hope praise commend guarantee appeal'.split(
    ' ',
  ),
);
/** A statement is short: so many sentences of an article are looked at. */
const longest = 60;

const known = new WeakMap<Line, ActorRef | null>();

/**
 * Who speaks in an article that is itself a statement: it says "we" outside every quotation and quotes nobody, and one
 * state or body that is no side at war takes a stand in it ("We condemn the attack. Turkey stands with …").
 */
export function authorOf(story: Story): ActorRef | null {
  const lines = story.document.lines.filter(({ part }) => part === 'text');
  const [first] = lines;
  if (!first) return null;
  const before = known.get(first);
  if (before !== undefined) return before;
  const found = lines.length <= longest ? findAuthor(lines, story) : null;
  known.set(first, found);
  return found;
}

function findAuthor(lines: readonly Line[], story: Story): ActorRef | null {
  if (!lines.some(saysWe)) return null;
  const authors = lines.flatMap((line) => stanceTakers(line, story));
  const [author] = authors;
  if (!author || !authors.every((other) => sameActor(author, other))) return null;
  const speaks = lines.every((line) => attributionsOf(line, story).every(({ by }) => isSelf(by, author)));
  return speaks ? author : null;
}

function isSelf(by: ActorRef, author: ActorRef): boolean {
  return sameActor(by, author) || /^(?:we|i)$/iu.test(by.name);
}

function saysWe(line: Line): boolean {
  return line.clauses.some(({ subject }) =>
    subject.some(({ head }) => {
      const token = line.tokens[head];
      return token?.lower === 'we' && !isQuoted(line, token.start);
    }),
  );
}

function stanceTakers(line: Line, story: Story): ActorRef[] {
  return line.clauses
    .filter(({ verb }) => stances.has(verb.lemma) && verb.form === 'finite' && !verb.passive)
    .flatMap(({ subject }) => actorsOf(subject, line, story))
    .filter(
      ({ id, resolvedBy }) =>
        !resolvedBy &&
        id !== undefined &&
        !id.startsWith('group:') &&
        !story.pair?.some((side) => side.id === id),
    );
}
