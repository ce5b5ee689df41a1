import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { namesFighting } from '../ceasefires/fighting-words.ts';
import { speaksOfTruce } from '../ceasefires/speaks-of-truce.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import { type Line, rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { agentsOf, governor, tail } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const verbs = new Set([
  'fall',
  'go',
  'stop',
  'cease',
  'die',
  'be',
  'end',
  'subside',
  'remain',
  'stay',
  'prevail',
  'return',
  'hold',
  'reign',
  'settle',
  'pass',
]);
const weapons = /^(?:guns?|weapons|artillery|cannons?|batteries|howitzers)$/u;
const fronts =
  /^(?:front|frontline|frontlines|fronts|border|line|area|situation|city|town|region|guns|streets)$/u;

/** "The guns fell silent", "the fighting stopped", "the front was calm": a truce that begins or holds, where one is spoken of. */
export const gunsSilent: Rule = {
  name: 'guns-silent',
  find: (line, story) => {
    let found: Candidate[] | null = headline(line, story) ?? noShots(line, story);
    for (const clause of line.clauses) {
      if (!verbs.has(clause.verb.lemma) || clause.subject.length === 0 || clause.verb.passive) continue;
      const step = stepOf(clause, line);
      if (!step || clause.marker === 'if') continue;
      const demanded = isDemanded(clause, line, story);
      if (demanded) {
        found ??= [];
        found.push(demanded);
        continue;
      }
      if (clause.verb.lemma === 'end' || !isOfTruce(line, story)) continue;
      const called = clause.verb.modal === 'should' || clause.verb.modal === 'must';
      const reality = called ? 'actual' : realityOf(clause, line);
      if (reality === 'hypothetical') continue;
      found ??= [];
      found.push(
        candidate({
          rule: gunsSilent.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'ceasefire',
          step: called ? 'called_for' : step,
          clause,
          reality,
        }),
      );
    }
    return found ?? [];
  },
};

const demanding = /^(?:demand|insist|call|urge|ask|plead|say|tell|declare|add|stress|warn)$/u;

/** "demanded that the fighting end", "the guns must fall silent, the chancellor said": asked for, whether a truce is spoken of or not. */
function isDemanded(clause: Line['clauses'][number], line: Line, story: Story): Candidate | null {
  const { verb } = clause;
  const above = governor(clause, line);
  if (!above || !demanding.test(above.verb.lemma) || above.verb.negated) return null;
  const must = verb.modal === 'must' || verb.modal === 'should';
  const bare = line.tokens[verb.head]?.xpos === 'VB' || line.tokens[verb.head]?.xpos === 'VBP';
  const asked =
    /^(?:demand|insist|urge|ask)$/u.test(above.verb.lemma) && clause.marker === 'that' && bare && !verb.modal;
  if (!must && !asked) return null;
  const by = actorsOf(agentsOf(above, line), line, story);
  if (by.length === 0) return null;
  return candidate({
    rule: gunsSilent.name,
    line,
    ...rangeOf(line, verb),
    type: 'ceasefire',
    step: 'called_for',
    clause: above,
    initiators: by,
    reality: 'actual',
  });
}

/** A truce named just before, or one that the text names at all where nothing happened under it. */
function isOfTruce(line: Line, story: Story): boolean {
  return (
    speaksOfTruce(line, story, 6) ||
    (quietly.test(line.source.slice(line.start, line.end)) &&
      story.document.lines.some((other) => truceMentions(other).length > 0))
  );
}

const quietly = /\b(?:passed|went(?: by)?|passes) without\b/iu;

const nothing =
  /\bno (?:new |further |more |major |serious |single )?(?:shots?|shooting|gunfire|shelling|explosions?|incidents?|violations?|clashes|breaches|exchanges of fire)\b[^,.;]{0,30}\b(?:were|was|have been|has been|had been) (?:heard|fired|reported|recorded|registered|noted|observed)\b/iu;

/** "No shots have been heard since the truce began". */
function noShots(line: Line, story: Story): Candidate[] | null {
  const found = line.tokens.some(({ lower }) => lower === 'no')
    ? nothing.exec(line.source.slice(line.start, line.end))
    : null;
  if (!found || !speaksOfTruce(line, story, 3)) return null;
  const start = line.start + found.index;
  return [
    candidate({
      rule: gunsSilent.name,
      line,
      start,
      end: start + found[0].length,
      type: 'ceasefire',
      step: 'observed',
      nominal: true,
    }),
  ];
}

const silent = /\b(?:guns|weapons|front ?lines?) (?:still )?(?:silent|quiet|calm)\b/iu;

/** "AU monitors: guns silent in Tigray": a headline without a verb, where the text speaks of a truce. */
function headline(line: Line, { document }: Story): Candidate[] | null {
  if (line.part !== 'title') return null;
  const found = silent.exec(line.source.slice(line.start, line.end));
  if (!found || !document.lines.some((other) => truceMentions(other).length > 0)) return null;
  const start = line.start + found.index;
  const end = start + found[0].length;
  return [
    candidate({
      rule: gunsSilent.name,
      line,
      start,
      end,
      type: 'ceasefire',
      step: 'observed',
      nominal: true,
    }),
  ];
}

function stepOf(clause: Line['clauses'][number], line: Line): 'took_effect' | 'observed' | null {
  const { lemma } = clause.verb;
  const rest = tail(clause, line);
  const heads = clause.subject.map(({ head }) => line.tokens[head]?.lower ?? '');
  const guns = heads.some((head) => weapons.test(head));
  const isFighting = guns || clause.subject.some((phrase) => namesFighting(phrase, line));
  if (/^(?:prevail|return|hold|reign|settle)$/u.test(lemma))
    return heads.some((head) => /^(?:calm|quiet|silence|lull)$/u.test(head)) ? 'observed' : null;
  // "the night passed without exchanges of fire".
  if (lemma === 'pass' || lemma === 'go')
    if (
      /^(?:by )?without (?:any |an? |a single )?(?:\w+ )?(?:shots?|shooting|fire|exchanges?|incidents?|shelling|fighting|violence|attacks?|clashes|violations?|casualties)\b/u.test(
        rest,
      )
    )
      return 'observed';
  if (/^(?:fall|go)$/u.test(lemma))
    return isFighting && /^(?:\w+ )?(?:silent|quiet)\b/u.test(rest) ? 'took_effect' : null;
  if (/^(?:stop|cease|subside|end)$/u.test(lemma))
    // "a war that stopped with a ceasefire": the truce there is told as agreed.
    return isFighting && clause.objects.length === 0 && !/\b(?:with|in|by|under) (?:a|an|the)\b/u.test(rest)
      ? 'took_effect'
      : null;
  if (lemma === 'die') return isFighting && /^down\b/u.test(rest) ? 'took_effect' : null;
  if (/^(?:be|remain|stay)$/u.test(lemma) && /^(?:\w+ ){0,2}(?:calm|quiet|silent|peaceful)\b/u.test(rest))
    return isFighting || heads.some((head) => fronts.test(head)) ? 'observed' : null;
  return null;
}
