import type { Line } from '../document.ts';
import { tokenAt } from '../document.ts';

/** How a text speaks of a truce. anaphor: "the new agreement", once a truce has been named; peace: "peace deal"; halt: "an end to the fighting"; word: "ceasefire". */
export type TruceKind = 'word' | 'peace' | 'halt' | 'ending' | 'anaphor';

export interface TruceMention {
  /** Character offsets of the noun with its modifiers. */
  start: number;
  end: number;
  /** Offsets of the noun itself. */
  nounStart: number;
  kind: TruceKind;
  /** Token indices. */
  first: number;
  head: number;
  last: number;
  /** The whole phrase in lower case. */
  words: string;
  definite: boolean;
  plural: boolean;
}

const fighting =
  '(?:fighting|hostilities|wars?|conflict|bloodshed|violence|military (?:operations|action|actions|activities)|combat|attacks|armed conflict|clashes)';
/** Kind, pattern, and beginnings of words of which a text in small letters has one before the pattern is tried: that is dearer. */
const patterns: readonly (readonly [TruceKind, RegExp, readonly string[]])[] = [
  [
    'word',
    /\b(?:regime of (?:the )?)?(?:cease[- ]?fires?|truces?|armistice)\b(?: (?:agreements?|deals?|accords?|regime|pacts?|arrangements?|statements?))?/giu,
    ['cease', 'truce', 'armistice'],
  ],
  [
    'word',
    new RegExp(
      `\\b(?:cessation|cease|suspension|standstill|moratorium|freeze|stop|stopping) (?:of|on|to) (?:all |the |its |their )?(?:\\w+ ){0,2}(?:${fighting}|fire|armed (?:activity|activities|actions?|struggle)|offensive operations)`,
      'giu',
    ),
    ['cease', 'cessation', 'suspension', 'standstill', 'moratorium', 'freeze', 'stop'],
  ],
  // "an Egyptian-mediated calm between Israel and Hamas", "a lull in the fighting agreed in Cairo".
  [
    'word',
    /(?<=[- ](?:mediated|brokered|negotiated|sponsored|agreed|mutual|bilateral|unofficial|informal) )(?:calm|lull|quiet|hudna|tahdi(?:y|’|')ah?|understanding)\b|\b(?:hudna|tahdi(?:y|’|')ah?)\b/giu,
    ['calm', 'lull', 'quiet', 'hudna', 'tahdi', 'understanding'],
  ],
  ['word', /\bcessation of operations\b/giu, ['cessation']],
  ['word', /\b(?:humanitarian|fighting|tactical|operational) pauses?\b/giu, ['pause']],
  // So the former Soviet republics call it.
  ['word', /\b(?:regime of (?:silence|calm|quiet)|silence regime)\b/giu, ['regime']],
  [
    'peace',
    /\b(?:peace|armistice) (?:deals?|agreements?|accords?|treaty|treaties|pacts?)\b/giu,
    ['peace', 'armistice'],
  ],
  [
    'ending',
    new RegExp(
      `\\b(?:agreements?|deals?|accords?|statements?|pacts?|declarations?)(?= (?:to|that|which|on|aimed at) (?:(?:would|will|the|made it possible to) )?(?:end|ending|ended|ends|halt|halting|halted|stop|stopped|stopping|pause|cease|ceasing|suspend|bring|complete|a complete|an end|full)\\b[^.;]{0,40}${fighting})`,
      'giu',
    ),
    ['agreement', 'deal', 'accord', 'statement', 'pact', 'declaration'],
  ],
  [
    'halt',
    new RegExp(
      `\\b(?:ends?|halt|pause|stop|suspension|break|cessation) (?:to|in|of) (?:all )?(?:the )?(?:\\w+[ -]){0,3}(?:${fighting}|(?:air)?strikes|shelling|bombings?|bombardments?|firing|shooting)`,
      'giu',
    ),
    ['end', 'halt', 'pause', 'stop', 'suspension', 'break', 'cessation'],
  ],
  [
    'anaphor',
    /(?<=\b(?:the|this|that) (?:(?:[\p{L}]{1,24}-(?:hour|day|week|month|year)|new|latest|previous|earlier|fragile|shaky|same|moscow|russian|us|january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas|ramadan|eid) )?)(?:agreements?|deals?|accords?|understandings?|arrangement|pact|lull|calm|pause|halt|silence|respite|stand-?down|standstill|freeze)\b(?! (?:on|about|over|with|for|in|of|to (?!end|halt|stop)))/giu,
    [
      'agreement',
      'deal',
      'accord',
      'understanding',
      'pact',
      'lull',
      'pause',
      'halt',
      'silence',
      'respite',
      'stand',
      'arrangement',
      'calm',
      'freeze',
    ],
  ],
  [
    'anaphor',
    /\b(?:[\p{L}]{1,24}|\d{1,4})-(?:hour|day|week|month)s? (?:pause|halt|lull|break|respite|stand-?down|silence)\b/giu,
    ['pause', 'halt', 'lull', 'break', 'respite', 'stand', 'silence'],
  ],
];

/** Without one of these words, by lower case, a sentence names no truce. */
const openers: ReadonlySet<string> = new Set(
  'stopping freeze calm hudna tahdiya tahdiyah quiet ceasefire ceasefires cease-fire cease-fires cease fire fires truce truces armistice cessation pause pauses peace agreement agreements understanding understandings regime deal deals accord accords statement statements pact pacts declaration declarations end ends ending halt stop suspension break lull arrangement silence respite standstill stand-down standdown moratorium'.split(
    ' ',
  ),
);

const known = new WeakMap<Line, TruceMention[]>();

/** The truces that a sentence speaks of, in order. Several rules ask for them: each line is read once. */
export function truceMentions(line: Line): TruceMention[] {
  const before = known.get(line);
  if (before) return before;
  const found = line.tokens.some(({ lower }) => openers.has(lower)) ? findMentions(line) : [];
  known.set(line, found);
  return found;
}

function findMentions(line: Line): TruceMention[] {
  const text = line.source.slice(line.start, line.end);
  const small = text.toLowerCase();
  const found: TruceMention[] = [];
  for (const [kind, pattern, stems] of patterns) {
    if (!stems.some((stem) => small.includes(stem))) continue;
    pattern.lastIndex = 0;
    // Not matchAll: it copies the expression each time.
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = line.start + match.index;
      const end = start + match[0].length;
      if (found.some((other) => other.nounStart < end && start < other.end)) continue;
      if (
        /^(?:cease fire)/iu.test(match[0]) &&
        /\bto $/u.test(text.slice(Math.max(0, match.index - 3), match.index))
      )
        continue;
      found.push(mentionAt(line, kind, start, end));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function mentionAt(line: Line, kind: TruceKind, nounStart: number, end: number): TruceMention {
  const head = tokenAt(line, nounStart);
  let first = head;
  while (first > 0 && isModifier(line, first - 1)) first--;
  while (first < head && /^(?:[-,"“”’'–—)]|and)$/u.test(line.tokens[first]?.lower ?? '')) first++;
  const start = line.tokens[first]?.start ?? nounStart;
  const words = line.source.slice(start, end).toLowerCase();
  const opener = line.tokens[first]?.lower ?? '';
  return {
    start,
    end,
    nounStart,
    kind,
    first,
    head,
    last: Math.max(head, tokenAt(line, end - 1)),
    words,
    definite: /^(?:the|this|that|their|its|these|those)$/u.test(opener),
    plural: /(?:fires|truces|deals|agreements|accords)$/u.test(words),
  };
}

/** Adjectives, names and compounds before the noun: "the Moscow-brokered, week-old peace deal". */
function isModifier(line: Line, at: number): boolean {
  const token = line.tokens[at];
  const after = line.tokens[at + 1];
  if (!token || !after || after.start - token.end > 2) return false;
  if (/^(?:the|a|an|this|these|those|its|their)$/u.test(after.lower)) return false;
  if (/^(?:the|a|an|this|that|another|any|first|second|third|new|latest)$/u.test(token.lower))
    return !/^(?:the|a|an)$/u.test(after.lower);
  if (/^(?:DET|ADJ|PROPN|NUM)$/u.test(token.upos)) return after.upos !== 'DET';
  if (token.text === '-' || token.text === '–') return true;
  if (token.text === ',') return line.tokens[at - 2]?.text === '-';
  if (/^(?:"|“|'s|’s)$/u.test(token.lower)) return token.lower !== "'s" || after.upos !== 'DET';
  if (token.upos === 'NOUN')
    return (
      line.tokens[at + 1]?.text === '-' ||
      /^(?:peace|gaza|karabakh|week|month|hour|day|winter|holiday|state|border)$/u.test(token.lower)
    );
  return (
    token.upos === 'VERB' &&
    (/(?:ed|ing)$/u.test(token.lower) || token.lower === 'led') &&
    (line.tokens[at - 1]?.text === '-' ||
      /^(?:the|a|an)$/u.test(line.tokens[at - 1]?.lower ?? '') ||
      line.tokens[at - 1]?.upos === 'ADV' ||
      line.tokens[at - 1]?.upos === 'PROPN')
  );
}

/** Whether the word after the mention makes it part of something else: "ceasefire talks", "ceasefire line". */
export function wordAfter(line: Line, mention: TruceMention): string {
  return line.tokens[mention.last + 1]?.lower ?? '';
}
