import type { Phrase } from '@trucewatch/language';
import type { ActorRef } from '../actors/actor-ref.ts';
import { actorsOf, reference } from '../actors/actors-of-phrase.ts';
import { type Line, tokenAt } from '../document.ts';
import type { Story } from '../story.ts';

/** Who a noun of action names: "the shelling of X by Y", "an Armenian rocket attack on X", "clashes between X and Y". */
export interface NominalRoles {
  agents: ActorRef[];
  patients: ActorRef[];
  between: ActorRef[];
  /** Offsets of the whole phrase. */
  start: number;
  end: number;
}

const onto = new Set(['on', 'against', 'at', 'upon']);

/** Reads the phrase around the noun at character offset `at`. */
export function nominalRoles(line: Line, at: number, nounEnd: number, story: Story): NominalRoles {
  const head = tokenAt(line, at);
  const last = tokenAt(line, nounEnd - 1);
  const { chunks } = line;
  const index = chunks.findIndex((chunk) => chunk.first <= head && head <= chunk.last);
  const own = chunks[index];
  const roles: NominalRoles = {
    agents: [],
    patients: [],
    between: [],
    start: own ? (line.tokens[own.first]?.start ?? at) : at,
    end: nounEnd,
  };
  if (own?.kind === 'noun') {
    const names = line.actors.filter(
      (actor) => actor.start >= roles.start && actor.end <= at && actor.qualifies !== 'broker',
    );
    for (const name of names)
      if (isMaker(line, name.end, name.kind)) roles.agents.push({ ...reference(line, name), id: name.id });
  }
  let preposition = '';
  for (let c = index + 1; index >= 0 && c < Math.min(chunks.length, index + 12); c++) {
    const chunk = chunks[c];
    if (!chunk || chunk.kind === 'verb') break;
    const token = line.tokens[chunk.first];
    if (!token) break;
    if (chunk.kind === 'noun') {
      const phrase: Phrase = { first: chunk.first, last: chunk.last, head: chunk.head, extent: chunk.last };
      take(roles, preposition, phrase, line, story);
      roles.end = Math.max(roles.end, preposition ? (line.tokens[chunk.last]?.end ?? nounEnd) : nounEnd);
    } else if (token.upos === 'ADP') preposition = token.lower;
    else if (token.lower !== 'and' && token.lower !== ',' && chunk.first > last) break;
  }
  return roles;
}

function take(roles: NominalRoles, preposition: string, phrase: Phrase, line: Line, story: Story): void {
  if (!preposition) return;
  const actors = actorsOf([phrase], line, story);
  const owners = actors.length > 0 ? actors : ownersIn(phrase, line);
  if (preposition === 'by' || preposition === 'from') roles.agents.push(...actors);
  else if (preposition === 'between' || preposition === 'among') roles.between.push(...actors);
  else if (preposition === 'of' || onto.has(preposition)) roles.patients.push(...owners);
  else if (preposition === 'with') roles.between.push(...actors);
}

/** "Armenian villages": the side whose they are. */
function ownersIn(phrase: Phrase, line: Line): ActorRef[] {
  const start = line.tokens[phrase.first]?.start ?? 0;
  const end = line.tokens[phrase.last]?.end ?? 0;
  const owner = line.actors.find(
    (actor) => actor.start >= start && actor.end <= end && !actor.qualifies && actor.kind !== 'person',
  );
  return owner ? [{ ...reference(line, owner), id: owner.id }] : [];
}

/** "Armenian shelling", "Armenia's attack", "Hamas attack" name who attacks; "the Ganja attack" does not. */
function isMaker(line: Line, end: number, kind: string): boolean {
  const after = line.source.slice(end, end + 3);
  return kind === 'demonym' || /^['’]s/u.test(after) || kind === 'name';
}
