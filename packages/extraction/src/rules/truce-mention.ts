import type { ActorRef } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { candidate } from '../candidate.ts';
import { type TruceMention, truceMentions, wordAfter } from '../ceasefires/truce-mentions.ts';
import type { Line } from '../document.ts';
import { nominalReality } from '../frames/reality.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

/**
 * "since the 1994 truce", "the Russian-brokered ceasefire": naming a truce as something that exists says that
 * it was agreed. An indefinite or wished-for one ("a ceasefire", "hopes for a truce") says no such thing.
 */
export const truceMention: Rule = {
  name: 'truce-mention',
  find: (line, story) =>
    truceMentions(line)
      .filter(
        (mention) =>
          mention.kind !== 'halt' &&
          mention.kind !== 'anaphor' &&
          !/^(?:talks|negotiations|proposals?|efforts?|attempts?|plan|offer|calls?|bid|monitoring|monitors?|lines?)$/u.test(
            wordAfter(line, mention),
          ),
      )
      .filter(
        (mention) => !isLost(line.source.slice(Math.max(line.start, mention.start - 40), mention.start)),
      )
      .filter(
        (mention) =>
          isThere(mention, line) ||
          isIdentified(
            mention.words,
            mention.definite,
            mention.kind,
            line.source.slice(mention.end, Math.min(line.end, mention.end + 60)),
          ),
      )
      .map((mention) => {
        const clause =
          line.clauses
            .filter((other) => (line.tokens[other.verb.first]?.start ?? 0) < mention.start)
            .at(-1) ?? null;
        const owners = ownersOfTruce(mention, line, story);
        return candidate({
          rule: truceMention.name,
          line,
          start: mention.start,
          end: mention.end,
          type: 'ceasefire',
          step: /\b(?:draft|proposed)\b/u.test(mention.words)
            ? 'proposed'
            : owners.length > 0
              ? 'declared'
              : 'agreed',
          initiators: owners,
          nominal: true,
          weak: !isMarked(
            mention.words,
            line.source.slice(mention.end, Math.min(line.end, mention.end + 60)),
          ),
          reality: isWished(line.source.slice(line.start, mention.start))
            ? 'hypothetical'
            : nominalReality(line, mention.start, null),
          clause,
        });
      }),
};

/** "The army extended its ceasefire", "broke its own truce": one side's is what it has declared, unless it is one "with" another. */
function ownersOfTruce(mention: TruceMention, line: Line, story: Story): ActorRef[] {
  const opener = line.tokens[mention.first]?.lower === 'its' ? mention.first : mention.first - 1;
  if (line.tokens[opener]?.lower !== 'its') return [];
  if (/^ (?:agreement |deal )?(?:with|between)\b/u.test(line.source.slice(mention.end, mention.end + 24)))
    return [];
  const clause = line.clauses.findLast(
    ({ verb, subject }) => verb.first < mention.first && subject.some(({ head }) => head < mention.first),
  );
  const owners = clause ? actorsOf(clause.subject, line, story) : [];
  return owners.length === 1 ? owners : [];
}

/** A year, a broker, a date or a tail that tells which truce is meant. */
function isIdentified(words: string, definite: boolean, kind: string, after: string): boolean {
  if (isMarked(words, after)) return true;
  return definite && kind !== 'peace';
}

/** "A truce had brought some food": what did something was there. */
function isThere(mention: TruceMention, line: Line): boolean {
  if (mention.kind !== 'word') return false;
  return line.clauses.some(
    ({ verb, subject, marker }) =>
      verb.form === 'finite' &&
      verb.tense === 'past' &&
      !verb.modal &&
      !verb.negated &&
      !verb.passive &&
      marker !== 'if' &&
      !/^(?:be|seem|appear|remain|look|become|fail|need|require)$/u.test(verb.lemma) &&
      subject.some(({ first, last }) => first <= mention.head && mention.head <= last),
  );
}

/** Marks of a certain truce, in the words themselves or right after them. */
function isMarked(words: string, after: string): boolean {
  if (/\b(?:19|20)\d\d\b/u.test(words)) return true;
  if (
    /brokered|mediated|negotiated|sponsored|-old\b|\b(?:first|second|third|previous|earlier|latest|new|recent|current)\b/u.test(
      words,
    )
  )
    return true;
  const tail =
    /^ (?:agreements? |deals? )?(?:(?:of|on|from|in) (?=\d|\p{Lu}|the (?:early|late|\d|1[0-9]))|signed|reached|agreed|brokered|concluded|announced|between|which|that (?:was|had|came|took|ended|entered)|was (?:signed|agreed|reached|declared))/u.test(
      after,
    );
  return tail;
}

/** "Ways to restore the truce": what is to be brought back is not there, and was not agreed just now. */
function isLost(before: string): boolean {
  return /\b(?:restor|reviv|reinstat|resurrect|rescu|salvag)\w+(?: of)? $/iu.test(before);
}

function isWished(before: string): boolean {
  return /\b(?:hopes? (?:for|of|that)|idea of|notion of|possibility of|talks (?:on|about|for)|negotiat\w+|discuss\w*|efforts?|attempts?|pursu\w+|path to|calls? for|called for|call for|calling for|urged?|demand(?:ed|ing)?|seek\w*|towards?|possible|chances? of|prospects? (?:for|of)|work on|if|no|not|without|none)\b[^,;.]{0,60}$/iu.test(
    before,
  );
}
