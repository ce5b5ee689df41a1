import type { Clause } from '@trucewatch/language';
import type { ActorRef } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import type { SpeechAct } from '../codes/speech-acts.ts';
import type { Line } from '../document.ts';
import { actorsMeant, complementOf, headLemmas, objectsOf, others } from '../frames/content.ts';
import { doers, governedBy } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import { isVoiced } from './protest.ts';

/** Political matters that an act of speech can be about when no actor is named in its object. */
const matters = new Set(
  'agreement deal accord treaty pact ceasefire truce resolution plan proposal initiative effort decision independence sovereignty right integrity move step release statement request demand call appeal offer invitation bid talk talks negotiation mediation dialogue peace election sanction embargo law bill measure reform policy government opposition rebel regime coup intervention operation strike attack offensive withdrawal deployment force troop peacekeeper observer access visa permission permit entry allocation aid assistance help support asylum refuge election meeting visit resumption tie relation party candidate newspaper website protest demonstration rally organisation organization group movement ultimatum condition concession solution roadmap draft charter verdict ruling idea suggestion'.split(
    ' ',
  ),
);

/** Whether the verb's object is one that makes it an act between actors: somebody, or a political matter. */
export function fits(act: SpeechAct, clause: Clause, line: Line, story: Story): boolean {
  if (clause.verb.lemma === 'protest') return isVoiced(clause, line);
  if (wishing.has(clause.verb.lemma)) return wishes(clause, line, story);
  if (act.object === 'any') return true;
  const heads = headLemmas(clause.patients, line);
  if (act.object === 'grant') return heads.some((head) => grants.has(head));
  // What an army is told by its own side is no act between actors.
  if (commanding.has(clause.verb.lemma) && heads.some((head) => troops.has(head)))
    return doers(clause, line, story).some(({ id }) => id?.startsWith('org:') === true);
  if (act.codes.cameo === '112' && !charges(clause, line)) return false;
  if (actorsMeant(objectsOf(clause, line), line, story).length > 0) return true;
  if (governedActors(clause, line, story).length > 0) return true;
  if (act.object === 'actor') return false;
  const complement = complementOf(clause, line);
  if (complement && complement.link === 'infinitive') return true;
  const phrases = [...clause.patients, ...clause.obliques.flatMap((oblique) => oblique.phrases)];
  return phrases.some((phrase) => matters.has(line.tokens[phrase.head]?.lemma.toLowerCase() ?? ''));
}

const grants = new Set(
  'access permission permit visa request entry allocation right passage asylum aid demand leave bail visit'.split(
    ' ',
  ),
);
const commanding = new Set(['order', 'instruct', 'urge', 'ask', 'tell', 'direct']);
const troops = new Set(
  'force troop army soldier unit fighter military commander police navy airforce men'.split(' '),
);

/** "blamed them" goes back to what was told before and is a claim on that; an accusation says of what. */
function charges(clause: Clause, line: Line): boolean {
  if (clause.verb.lemma === 'charge') return governedBy(clause, 'with').length > 0;
  return (
    clause.verb.passive ||
    clause.obliques.some(({ preposition }) => charging.has(preposition)) ||
    line.clauses.some(
      ({ parent, verb }) => parent === clause.index && (verb.form === 'gerund' || verb.form === 'participle'),
    )
  );
}

const charging = new Set(['of', 'for', 'over', 'with']);

const bare = new Set(['VB', 'VBP']);
const wishing = new Set(['want', 'insist']);

/** "wants the president to step down", "insisted that India withdraw": somebody else is to do it. */
function wishes(clause: Clause, line: Line, story: Story): boolean {
  const content = complementOf(clause, line);
  if (!content || !bare.has(line.tokens[content.verb.head]?.xpos ?? '')) return false;
  return others(actorsOf(content.agents, line, story), doers(clause, line, story)).length > 0;
}

/** Actors in the phrases that a verb of speech governs with a preposition: "called on both sides". */
export function governedActors(clause: Clause, line: Line, story: Story): ActorRef[] {
  return actorsOf(
    governedBy(clause, 'on', 'upon', 'to', 'from', 'against', 'with', 'at', 'of', 'for', 'by'),
    line,
    story,
  );
}
