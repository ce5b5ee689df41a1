import type { Clause } from '@trucewatch/language';
import { reference } from '../actors/actors-of-phrase.ts';
import { type Line, wordsOf } from '../document.ts';
import { tail } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import { type Attribution, attributionsOf } from './attributions.ts';

/** What somebody says about what was told before, without telling it again. */
export type Answer = Pick<Attribution, 'by' | 'polarity' | 'start' | 'end' | 'accused' | 'clause'>;

const backwards =
  /^(?:it|that|this|them|any(?:thing| (?:part|role|involvement|responsibility|wrongdoing|link|knowledge)\b.*)|(?:its? |their |his |her )?(?:involvement|responsibility|wrongdoing)|(?:a|the|all|its?|those|these|such|both)? ?(?:\w+ )?(?:accusations?|claims?|reports?|allegations?|charges?|statements?|version|account|involvement|responsibility|role|loss(?:es)?|defeat))$/u;
/** "any involvement in the raid", "his outfit's hand in the incident". */
const notOurs =
  /^(?:any |all |the |its |their |his |her |[\p{L}'’ -]{1,30} )?(?:involvement|hand|complicity|responsibility|role|part)(?: (?:of|in|for|behind|with)\b.*)?$/u;
const notOurMen =
  /\bnot (?:its|his|her|their|our) (?:own )?(?:men|fighters|forces|soldiers|troops|members|people)\b/u;
const falsehood =
  /\b(?:lies?|fabrications?|baseless|groundless|unfounded|false|untrue|nonsense|propaganda|disinformation|misinformation|inventions?|absurd|fake|fiction|slander)\b/u;
const nothingToDo =
  /^(?:that )?(?:(?:its|their|his|her|the) )?(?:\w+ ){0,3}(?:(?:had|have|has) nothing to do with|(?:was|were|is|are) not (?:behind|responsible|involved)|(?:had|have|has|did) (?:not|n't) (?:attack|attacked|shell|shelled|fire|fired|open|opened|violate|violated|strike|struck))\b/u;

/** "Armenia denied it", "Kyiv called the reports a lie", "The minister blamed the rebels": answers to what was told before. */
export function answersIn(line: Line, story: Story): Answer[] {
  return [...besides(line), ...toldAgain(line, story)];
}

const aside = /, (?:an? )?(?:claim|charge|allegation|accusation|assertion)s? (?:that |which )?(?:the )?$/u;
const denied =
  /^[^,.;]{0,40}?\b(?:denied|denies|deny|rejected|rejects|reject|dismissed|dismisses|dismiss|disputes?d?)\b/u;

/** "…, an allegation Kyiv dismissed as baseless". */
function besides(line: Line): Answer[] {
  return line.actors.flatMap((actor): Answer[] => {
    if (!aside.test(line.source.slice(Math.max(line.start, actor.start - 40), actor.start))) return [];
    const verb = denied.exec(line.source.slice(actor.end, Math.min(line.end, actor.end + 60)));
    if (!verb) return [];
    const by = { ...reference(line, actor), id: actor.id };
    const end = actor.end + verb[0].length;
    return [{ by, polarity: 'denies', start: actor.start, end, accused: [], clause: null }];
  });
}

function toldAgain(line: Line, story: Story): Answer[] {
  return attributionsOf(line, story).flatMap((said): Answer[] => {
    const { clause } = said;
    if (!clause || clause.verb.passive) return [];
    const polarity = polarityOf(said, clause, line);
    return polarity ? [{ ...said, polarity }] : [];
  });
}

function polarityOf(said: Attribution, clause: Clause, line: Line): Answer['polarity'] | null {
  const { lemma } = clause.verb;
  const objects = clause.objects.map((phrase) => wordsOf(line, { first: phrase.first, last: phrase.extent }));
  const rest = tail(clause, line);
  if (said.polarity === 'denies') {
    if (objects.some((words) => backwards.test(words) || notOurs.test(words))) return 'denies';
    return objects.length === 0 && /^(?:\W|$)/u.test(rest) ? 'denies' : null;
  }
  if (lemma === 'call' || lemma === 'describe')
    return falsehood.test(rest) && objects.some((words) => !/\bfor\b/u.test(words)) ? 'denies' : null;
  if (said.polarity === 'asserts') {
    const told = line.source
      .slice(said.from, Math.min(said.to, said.from + 120))
      .trim()
      .toLowerCase();
    return nothingToDo.test(told) || notOurMen.test(told) ? 'denies' : null;
  }
  if (lemma === 'blame' && said.accused.length > 0) return blames(clause, line) ? 'accuses' : null;
  return null;
}

/** "blamed the ELN", "blamed it on the ELN", "blamed Ukraine for the attack", but not "blamed the army for shelling the town". */
function blames(clause: Clause, line: Line): boolean {
  const next = line.clauses[clause.index + 1];
  if (next?.parent === clause.index && next.verb.form === 'gerund') return false;
  return clause.obliques.every(
    ({ preposition, phrases }) =>
      preposition !== 'for' ||
      phrases.every((phrase) =>
        /^(?:it|that|this|the (?:\w+ )?(?:attack|attacks|bombing|bombings|explosion|explosions|blast|blasts|strike|strikes|killing|killings|shelling|incident|massacre|raid))$/u.test(
          wordsOf(line, phrase),
        ),
      ),
  );
}
