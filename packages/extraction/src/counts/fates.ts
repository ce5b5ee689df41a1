import type { Count } from '@trucewatch/schema';

const fates = new Map<string, Count['of']>();
for (const [of, list] of [
  [
    'killed',
    'killed kill kills killing dead died die dies dying deaths death slain perished fatalities lives martyred martyrs executed murdered massacred',
  ],
  [
    'wounded',
    'wounded wounding wounds injured injuring injure injures hurt injuries maimed hospitalised hospitalized',
  ],
  ['missing', 'missing disappeared'],
  ['captured', 'captured capturing hostage prisoner abducted kidnapped'],
  ['displaced', 'displaced displacing fled flee fleeing evacuated uprooted refugees homeless'],
  ['bodies', 'bodies body remains corpses'],
] as const) {
  for (const word of list.split(' ')) fates.set(word, of);
}
const stops = new Set([';', ':', '(', ')', '.', 'and', 'but', ',', '--']);

/**
 * What became of the people a number counts. Looks left for the verb that acts on them ("killing at
 * least 13"), then right ("13 people were killed", "33 wounded"), never over another number.
 */
export function fateOf(
  words: readonly string[],
  token: number,
  from: number,
  last: number,
  floor: number,
  limit: number,
): Count['of'] | null {
  const left = lookLeft(
    words,
    from,
    floor,
    /\b(?:soldiers|servicemen|troops|fighters|officers|men)\b/u.test(
      words.slice(last + 1, last + 4).join(' '),
    ),
  );
  if (left) return left === 'killed' && words[last + 1] === 'injured' ? 'wounded' : left;
  return lookRight(words, last, limit) ?? tollBefore(words, token, floor);
}

function lookLeft(
  words: readonly string[],
  from: number,
  floor: number,
  military: boolean,
): Count['of'] | null {
  for (let i = from - 1; i > Math.max(floor, from - 5); i--) {
    const word = words[i] ?? '';
    if (stops.has(word)) return null;
    if ((word === 'lost' || word === 'losing') && military) return 'killed';
    const fate = fates.get(word);
    if (fate && fate !== 'missing') {
      const passive = /^(?:was|were|been|be|are|is)$/u.test(words[i - 1] ?? '');
      const people = word === 'dead' || word === 'lives' || word === 'refugees' || word === 'death';
      return passive || people ? null : fate;
    }
    if (/^(?:in|on|at|by|with|from|to|for|after|when|as|during|near)$/u.test(word)) return null;
  }
  return null;
}

function lookRight(words: readonly string[], last: number, limit: number): Count['of'] | null {
  for (let i = last + 1; i < Math.min(words.length, last + 14, limit + 8); i++) {
    const word = words[i] ?? '';
    if (
      (word === ',' || word === '--' || word === '(') &&
      /^(?:including|among|mostly|most|of)$/u.test(words[i + 1] ?? '')
    ) {
      const close = words.findIndex(
        (other, at) => at > i + 1 && (other === ',' || other === '--' || other === ')'),
      );
      if (close < 0) return null;
      i = close;
      continue;
    }
    if (i >= limit) return null;
    if (stops.has(word)) return null;
    const fate = fates.get(word);
    if (fate) return active(words, i) ? null : fate;
    if (/^(?:said|says|attacked|who|which|after|when|that|because|before)$/u.test(word) && word !== 'who')
      return null;
  }
  return null;
}

/** "soldiers killed a farmer": here the counted people are those who kill. */
function active(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? '';
  return (
    (words[at] === 'killed' || words[at] === 'wounded' || words[at] === 'captured') &&
    /^(?:the|a|an|his|their|its|at|more|several|civilians|\d+)$/u.test(next) &&
    words[at + 1] !== 'at' &&
    !/^(?:were|was|been|be)$/u.test(words[at - 1] ?? '')
  );
}

/** "The death toll rose to 45", "the toll stood at 600". */
function tollBefore(words: readonly string[], token: number, floor: number): Count['of'] | null {
  const before = words.slice(Math.max(0, floor + 1, token - 14), token).join(' ');
  return /\b(?:death toll|toll of dead|dead|toll)\b/u.test(before) &&
    /\b(?:to|at|reache[ds]|reach|was|is|of|than|around|indicated|exceeds|exceeded|passes|passed)\b/u.test(
      before,
    )
    ? 'killed'
    : null;
}
