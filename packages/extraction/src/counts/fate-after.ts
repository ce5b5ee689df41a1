import type { Token } from '@trucewatch/language';
import { type Fate, fated, passives, transitive } from './fate-words.ts';
import { namesPeople } from './groups.ts';
import type { Phrase, Scene } from './scene.ts';

/** "33 wounded", "seven people dead", "12 missing", "3 KIA"; "soldiers killed a farmer" is the other way round. */
export function fateBeside({ head }: Phrase, { tokens, words, limit }: Scene): Fate | null {
  let at = head + 1;
  while (
    at < limit &&
    /^(?:reportedly|reported|said|confirmed|allegedly|already|more|others?|were|was|are|is|have|has|had|been|also|later|now|feared|believed|presumed)$/u.test(
      words[at] ?? '',
    )
  ) {
    if (/^(?:feared|believed|presumed)$/u.test(words[at] ?? '')) return null;
    at++;
  }
  const word = words[at] ?? '';
  const fate = at <= limit ? fated.get(word) : undefined;
  if (!fate) return taken(words, at);
  const passive = isPassive(words, at);
  if ((transitive.has(word) || isShotDead(words, at)) && !passive && hasVictim(tokens, words, at))
    return null;
  if ((word === 'death' || word === 'wounds') && head + 1 === at) return fate === 'wounded' ? null : fate;
  return fate;
}

function isShotDead(words: readonly string[], at: number): boolean {
  return words[at] === 'dead' && words[at - 1] === 'shot';
}

/** "were killed", "had been shot dead": a form of "be" stands before. */
function isPassive(words: readonly string[], at: number): boolean {
  const before = words[at - 1] === 'shot' || words[at - 1] === 'left' || words[at - 1] === 'found' ? 2 : 1;
  return passives.has(words[at - before] ?? '');
}

/** "were taken prisoner", "lost their lives", "left their homes", "had to leave". */
function taken(words: readonly string[], at: number): Fate | null {
  const next = words[at + 1] ?? '';
  const word = words[at] ?? '';
  // "were hacked to death", "burned alive".
  if (done.test(word) && ((next === 'to' && words[at + 2] === 'death') || next === 'alive')) return 'killed';
  // "and 14 others with injuries".
  if (word === 'with' && words.slice(at + 1, at + 4).some((other) => harm.test(other))) return 'wounded';
  if (
    /^(?:fell|fallen|falls)$/u.test(word) &&
    next === 'in' &&
    /^(?:battle|combat|action|fighting)$/u.test(words[at + 2] ?? '')
  )
    return 'killed';
  if (/^(?:taken|held|took)$/u.test(word) && /^(?:prisoner|prisoners|hostage|hostages|captive)$/u.test(next))
    return 'captured';
  if (/^(?:taken|held)$/u.test(word) && /^(?:in|into)$/u.test(next) && words[at + 2] === 'captivity')
    return 'captured';
  if (passives.has(words[at - 1] ?? '')) {
    // "were gunned down", "were lost in the battle".
    if (/^(?:gunned|mowed)$/u.test(word) && next === 'down') return 'killed';
    if (word === 'lost' && /^(?:in|on|during|yesterday|today|at|[.,;]|)$/u.test(next)) return 'killed';
  }
  if (
    /^(?:lost|lose|losing)$/u.test(word) &&
    /^(?:lives|life)$/u.test(words[/^(?:their|his|her)$/u.test(next) ? at + 2 : at + 1] ?? '')
  )
    return 'killed';
  if (
    /^(?:received|suffered|sustained|receive|suffer|sustain)$/u.test(word) &&
    words.slice(at + 1, at + 4).some((other) => /^(?:wounds?|injuries|injury)$/u.test(other))
  )
    return 'wounded';
  if (/^(?:sought|seek|took|taking|found)$/u.test(word) && /^(?:shelter|refuge)$/u.test(next))
    return 'displaced';
  if (
    /^(?:left|leave|abandoned)$/u.test(word) &&
    (next === 'their' || (next === 'the' && areInhabitants(words, at))) &&
    /^(?:homes|houses|villages|village|suburbs|town|city|area|region|country)$/u.test(words[at + 2] ?? '')
  )
    return 'displaced';
  if (/^(?:forced|driven|made)$/u.test(word) && /^(?:to|from|out)$/u.test(next)) {
    const verb = words[at + 2] ?? '';
    if (next === 'to') return /^(?:flee|leave|evacuate)$/u.test(verb) ? 'displaced' : null;
    return /^(?:their|of|the)$/u.test(verb) ? 'displaced' : null;
  }
  return /^(?:became)$/u.test(word) && /^(?:martyrs|shehids|martyred)$/u.test(next) ? 'killed' : null;
}

const done =
  /^(?:hacked|stabbed|burned|burnt|beaten|clubbed|bludgeoned|shot|crushed|tortured|stoned|trampled|buried|bayoneted)$/u;
const harm = /^(?:injur(?:y|ies)|wounds?|burns)$/u;

const inhabitants = new Set(
  'civilians people residents inhabitants families villagers refugees thousands hundreds'.split(' '),
);

/** "Two envoys left the city" flee from nobody. */
function areInhabitants(words: readonly string[], verb: number): boolean {
  return words.slice(Math.max(0, verb - 4), verb).some((word) => inhabitants.has(word));
}

/** Whether someone is killed by those before the verb: an object follows at once. */
function hasVictim(tokens: readonly Token[], words: readonly string[], at: number): boolean {
  const next = tokens[at + 1];
  const word = words[at + 1] ?? '';
  if (word === 'at' || word === 'in' || word === 'by') return false;
  return (
    /^(?:DET|PRON|NUM|PROPN|NOUN)$/u.test(next?.upos ?? '') &&
    !/^(?:so|this|that|last|since|overnight|today|yesterday|late|early|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u.test(
      word,
    )
  );
}

const stops = new Set(
  '; : . -- – — ( ) and but said says attacked which after when that because before while as than'.split(' '),
);

/** So far after the people their fate may stand. */
const farAfter = 12;

/** So soon after a part set off by commas. */
const afterAside = 6;

/** "13 people on both sides were killed", "Eight people in the republic killed by …", over a part set off by commas. */
export function fateAfter({ head }: Phrase, { tokens, words, limit }: Scene): Fate | null {
  let end = Math.min(words.length, head + farAfter);
  let last = limit;
  for (let i = head + 1; i < end; i++) {
    const word = words[i] ?? '';
    if (/^[,(–—]$|^--$|^including$/u.test(word)) {
      const close = isListed(words, i) ? i + 1 : closing(words, i, Math.min(words.length, i + farAfter));
      if (close === null) return null;
      last = Math.max(last, close + farAfter);
      end = Math.max(end, Math.min(words.length, close + afterAside));
      i = close;
      continue;
    }
    if (i > last || stops.has(word)) return null;
    const fate = fated.get(word);
    if (fate) {
      const passive = isPassive(words, i);
      if (!passive && tokens[i]?.upos !== 'VERB' && tokens[i]?.upos !== 'ADJ') return null;
      return (transitive.has(word) || isShotDead(words, i)) && !passive && hasVictim(tokens, words, i)
        ? null
        : fate;
    }
    const found = taken(words, i);
    if (found) return found;
  }
  return null;
}

/** "241 troops, volunteers killed": the list of a headline goes on. */
function isListed(words: readonly string[], comma: number): boolean {
  return words[comma] === ',' && namesPeople(words[comma + 1] ?? '') && fated.has(words[comma + 2] ?? '');
}

const auxiliary = /^(?:was|were|are|is|have|has|had)$/u;

/** Where a part set off by commas, dashes or brackets ends: "… , including three children, …". */
function closing(words: readonly string[], open: number, end: number): number | null {
  // "10 people including five police were gunned down": without a comma the part ends before the verb.
  if (words[open] === 'including') {
    const verb = words.findIndex((word, i) => i > open && i < end && auxiliary.test(word));
    if (verb > 0 && !words.slice(open, verb).includes(',')) return verb - 1;
  }
  // 'a thousand citizens, "mostly peaceful", had lost their lives': what is quoted about them.
  if (words[open] === ',' && /^["“]$/u.test(words[open + 1] ?? '')) {
    const quote = words.findIndex((word, i) => i > open + 1 && /^["”]$/u.test(word));
    return quote > 0 && quote < end && words[quote + 1] === ',' ? quote + 1 : null;
  }
  // "20,000 people, a tenth of the population, have died": a share of others.
  if (/^(?:a|an|about|roughly|nearly|almost|one)$/u.test(words[open + 1] ?? '') && words[open] === ',') {
    const comma = words.indexOf(',', open + 1);
    return comma > 0 &&
      comma < end &&
      words.slice(open, comma).includes('of') &&
      auxiliary.test(words[comma + 1] ?? '')
      ? comma
      : null;
  }
  if (
    !/^(?:including|among|mostly|most|majority|many|mainly|some|of|all|both)$/u.test(words[open + 1] ?? '') &&
    words[open] !== '(' &&
    words[open] !== 'including'
  )
    return null;
  for (let i = open + 2; i < end; i++) if (/^[,)]$|^--$|^[–—]$/u.test(words[i] ?? '')) return i;
  return null;
}
