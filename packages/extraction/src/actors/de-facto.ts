import patrons from '../../data/patrons.json' with { type: 'json' };
import type { Document, Line } from '../document.ts';
import type { ActorRef } from './actor-ref.ts';
import { actorRow } from './directory.ts';

const patronOf = new Map(patrons.map(([group, state]) => [group, state]));

/** "separatist officials", "the army of the breakaway region", "the enclave's leader". */
const unrecognised =
  /\b(?:separatist|secessionist|breakaway|de facto|self-proclaimed|self-declared|unrecogni[sz]ed)\b|\b(?:the|disputed) (?:disputed )?(?:enclave|statelet)(?: ?['’]s\b|$)/u;
const own = /\b(?:of|in|from) the (?:disputed |separatist )?(?:enclave|statelet|breakaway \w+)\b/u;
const ethnic = /\bethnic[ -]$/iu;

/** An article has fewer names of one authority, and a hostile text costs no more. */
const mostNames = 300;

const known = new WeakMap<Document, ActorRef[]>();

/** The names, in order, of the one de-facto authority of an article; none where it names none, or several. */
function namesOfOne(document: Document): ActorRef[] {
  const before = known.get(document);
  if (before) return before;
  const mentions = document.lines.flatMap(({ actors, source, part }) =>
    actors
      .filter(({ id }) => id.startsWith('group:') && actorRow(id)?.role === 'PRE')
      .map(({ id, kind, qualifies, start, end }) => ({
        isName: kind === 'name' && !qualifies,
        ref: { id, name: source.slice(start, end), part, start, end },
      })),
  );
  const isOne = new Set(mentions.map(({ ref }) => ref.id)).size === 1;
  const names = isOne ? mentions.filter(({ isName }) => isName).map(({ ref }) => ref) : [];
  known.set(document, names.slice(0, mostNames));
  return names.slice(0, mostNames);
}

/**
 * Whom "separatist forces", "the enclave's army" or "the ministry in the breakaway region" stand for: the de-facto
 * authority that the article names, by its nearest name. Of states and of several such authorities nothing is said.
 * @param words the phrase with its tail, in lower case
 */
export function deFactoOf(words: string, line: Line, document: Document): ActorRef | null {
  if (!unrecognised.test(words) && !own.test(words)) return null;
  return nearestName(words, line, document);
}

/** "ethnic Armenian forces" are those of the authority whose patron the adjective names, not the patron's. */
export function ethnicForces(
  state: { id: string; start: number },
  line: Line,
  document: Document,
): ActorRef | null {
  if (!ethnic.test(line.source.slice(Math.max(line.start, state.start - 7), state.start))) return null;
  const name = nearestName('ethnic', line, document);
  return name?.id && patronOf.get(name.id) === state.id ? name : null;
}

/** The name told last before the end of a sentence, else the first after it. */
function nearestName(words: string, line: Line, document: Document): ActorRef | null {
  const names = namesOfOne(document).filter(({ part }) => part === line.part);
  const name = names.findLast(({ start }) => start < line.end) ?? names[0];
  return name ? { ...name, resolvedBy: `de-facto authority: ${words.slice(0, 60)}` } : null;
}
