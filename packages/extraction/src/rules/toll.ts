import type { Reality } from '@trucewatch/schema';
import { candidate } from '../candidate.ts';
import type { CountMention } from '../counts/find-counts.ts';
import type { Line } from '../document.ts';
import { isNatural } from '../frames/attack-words.ts';
import { isHabit } from '../frames/habit.ts';
import { realityOf } from '../frames/reality.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const fightingNouns = new Set(
  'war fighting clashes clash hostilities conflict violence battle battles skirmishes flare-up insurgency unrest rebellion insurrection uprising revolt'.split(
    ' ',
  ),
);
const attackNouns = new Set(
  'attack attacks shelling bombardment strike strikes airstrike airstrikes raid raids bombing bombings blast explosion ambush assault rocket missile drone shooting massacre mine mines landmines ordnance'.split(
    ' ',
  ),
);
const endings = new Set('halt end stop pause cease ending ended stopping halting'.split(' '));
/** A count told as a sum of many days, without a word for what killed them. */
const summing =
  /\b(?:so far|in all|toll|reports? (?!the\b|by\b|from\b|that\b|of\b)|puts the|military deaths|last published|stood at|acknowledged|lists? of|number of (?:soldiers|civilians|dead))\b/iu;

/** A number of dead or wounded with no word for what killed them: the toll of the fighting, or of an attack told before. */
export const toll: Rule = {
  name: 'toll',
  find: (line, story) => {
    const counted = line.counts
      .filter((count) => count.of === 'killed' || count.of === 'wounded')
      .filter((count) => !isOneAnother(count, line));
    const [first] = counted;
    const last = counted.at(-1);
    if (!first || !last) return [];
    const text = line.source.slice(line.start, line.end);
    if (isNatural(line)) return [];
    if (line.clauses.some((told) => deadly.has(told.verb.lemma) && isHabit(told, line))) return [];
    const clause =
      line.clauses.filter((other) => (line.tokens[other.verb.first]?.start ?? 0) <= first.end + 40).at(-1) ??
      null;
    return [
      candidate({
        rule: toll.name,
        line,
        start: first.start,
        end: last.end,
        type: isOfFighting(line, counted, text, story) ? 'clash' : 'attack',
        clause,
        nominal: true,
        reality: realityOfDeaths(line, counted),
      }),
    ];
  },
};

/** "to kill one another" counts nobody. */
function isOneAnother({ end }: CountMention, line: Line): boolean {
  return /^\s+another\b/iu.test(line.source.slice(end, end + 12));
}

const deadly = new Set(['kill', 'wound', 'injure', 'die', 'maim', 'murder', 'massacre']);

/** "to kill thousands", "could wound hundreds": as real as the verb that the number stands with. */
function realityOfDeaths(line: Line, counted: readonly CountMention[]): Reality {
  const clause = line.clauses.find(({ verb }) => {
    const token = line.tokens[verb.head];
    const unreal = verb.form === 'infinitive' || verb.modal !== null || verb.tense === 'future';
    return (
      token !== undefined &&
      unreal &&
      deadly.has(verb.lemma) &&
      counted.every(({ start, end }) => token.start < end + 12 && start < token.end + 12)
    );
  });
  const reality = clause ? realityOf(clause, line) : 'actual';
  return reality === 'negated' ? 'actual' : reality;
}

/** Whether the dead are those of fighting, not of one attack. "Hours after the halt to fighting" says nothing of them. */
function isOfFighting(line: Line, counted: readonly CountMention[], text: string, story: Story): boolean {
  if (counted.some((count) => count.cumulative)) return true;
  let fighting = false;
  for (const [i, token] of line.tokens.entries()) {
    if (attackNouns.has(token.lower)) return false;
    if (fightingNouns.has(token.lower))
      fighting ||= !line.tokens.slice(Math.max(0, i - 3), i).some(({ lower }) => endings.has(lower));
  }
  return (
    fighting ||
    bySides.test(text) ||
    summing.test(text) ||
    (perfect.test(text) && story.pair !== null && !followsAttack(line, story))
  );
}

/** "each side claiming to have killed thousands": both kill, so they fight. */
const bySides =
  /\b(?:each|both) sides? (?:[\p{L}]+ ){0,4}(?:killed|eliminated|destroyed|wounded|neutrali[sz]ed)\b/iu;

/** "42 civilians have been killed", "at least 31 deaths": what has come about until now. */
const perfect = /\b(?:(?:have|has)(?: \w+){0,2} (?:been|died|lost)|deaths|fatalities)\b/iu;

/** So many sentences back an attack may be told to which a toll belongs. */
const reach = 2;

function followsAttack(line: Line, { document }: Story): boolean {
  for (let back = 1; back <= reach; back++)
    if (document.lines[line.index - back]?.tokens.some(({ lower }) => attackNouns.has(lower))) return true;
  return false;
}
