import type { Clock, DatePart, PartOfDay } from './time-mention.ts';

/** One part of a time expression: a date, a clock time or a part of a day. */
export interface Piece {
  start: number;
  end: number;
  text: string;
  date?: DatePart;
  clock?: Clock;
  part?: PartOfDay;
  /** A relation such as "earlier in the day": it means the day of the sentence's other times. */
  since?: boolean;
  ahead?: boolean;
}

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  several: 3,
};

interface PieceRule {
  pattern: RegExp;
  read: (match: RegExpExecArray) => Omit<Piece, 'start' | 'end' | 'text'> | null;
}

const week = weekdays.join('|');
const monthNames = `${months.map((month) => month[0]?.toUpperCase() + month.slice(1)).join('|')}`;
const count = `(\\d{1,3}|${Object.keys(numbers).join('|')})`;

/** What chrono-node's known values leave out, in the order in which it is tried. */
const rules: readonly PieceRule[] = [
  {
    pattern:
      /\b(?:in )?the (?:early|small|wee) hours(?: of)?(?: the)?|\bearly (?=(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|\bbefore dawn\b|\bat dawn\b|\bpredawn\b/giu,
    read: () => ({ part: 'early_hours' }),
  },
  {
    pattern: /\bearlier in the day\b|\bearlier (?:today|that day|the same day)\b|\blater in the day\b/giu,
    read: (match) => ({ part: /^earlier/iu.test(match[0]) ? 'earlier' : 'evening' }),
  },
  {
    pattern: /\b(?:at |from |until )?(midnight|noon|midday)\b/giu,
    read: (match) => clockWord(match[1] ?? ''),
  },
  {
    pattern: /\b([01]\d|2[0-4])([0-5]\d)(?= (?:GMT|UTC|hours|local|hrs)\b)(?: (?:hours|hrs)\b)?/gu,
    read: (match) => ({
      clock: { hour: Number(match[1]), minute: Number(match[2]), zone: null, hasMinute: true },
    }),
  },
  {
    pattern: new RegExp(
      `\\b(?:(last|next|this) )?(${week})(?: (?:(?:early )?(morning)|(afternoon)|(evening)|(night)))?\\b`,
      'giu',
    ),
    read: weekday,
  },
  {
    pattern:
      /\b(today|tonight|yesterday|tomorrow|overnight)\b|\b(this) (?:morning|afternoon|evening)\b|\b(last) (?:night|evening)\b/giu,
    read: nearDay,
  },
  {
    pattern: new RegExp(
      `\\b(?:(early|mid|late)(?: in)?[ -])?(${monthNames})(?:,? ((?:19|20)\\d\\d))?\\b(?!\\.? \\d{1,2}\\b(?!\\d))`,
      'gu',
    ),
    read: monthOnly,
  },
  {
    pattern: /\b(?:(early|mid|late)[ -])?(?:the )?((?:19|20)\d0)s\b/giu,
    read: (match) => ({
      date: {
        kind: 'year',
        from: Number(match[2]) + (match[1]?.toLowerCase() === 'late' ? 5 : 0),
        to: Number(match[2]) + (match[1]?.toLowerCase() === 'early' ? 4 : 9),
      },
    }),
  },
  { pattern: /(?<![\d.,/-])((?:19|20)\d\d)-(\d\d|(?:19|20)\d\d)\b(?![-/])/gu, read: yearRange },
  {
    pattern: /(?<![\d.,/:$-])((?:19[0-9]|20[0-4])\d)(?![\d,/:%]|\.\d|-\d)\b/gu,
    read: (match) => ({ date: { kind: 'year', from: Number(match[1]), to: Number(match[1]) } }),
  },
  {
    pattern:
      /\b(?:(late|early|earlier) )?(last|this|the past|previous) (week|month|year|weekend)\b|\b(?:over )?the weekend\b/giu,
    read: spanWord,
  },
  {
    pattern: new RegExp(
      `\\b${count} (day|week|month|year)s? ago\\b|\\b${count}[- ](day|week|month)[- ]old\\b|\\b(day|week|month|year)-old\\b(?! (?:\\w+ )?(?:boy|girl|man|woman|child|baby))`,
      'giu',
    ),
    read: ago,
  },
  {
    pattern:
      /\b(?:in )?recent (days|weeks|months)\b|\b(?:the )?(?:past|last) (?:few|couple of|several) (days|weeks|months)\b/giu,
    read: (match) => ({ date: recent((match[1] ?? match[2] ?? '').toLowerCase()) }),
  },
];

function clockWord(word: string): Omit<Piece, 'start' | 'end' | 'text'> {
  const midnight = word.toLowerCase() === 'midnight';
  return {
    clock: {
      hour: midnight ? 0 : 12,
      minute: 0,
      zone: null,
      word: midnight ? 'midnight' : 'noon',
      hasMinute: true,
    },
  };
}

function weekday(match: RegExpExecArray): Omit<Piece, 'start' | 'end' | 'text'> | null {
  if (match[2] !== undefined && match[2].charAt(0) === match[2].charAt(0).toLowerCase()) return null;
  const shift = match[1]?.toLowerCase();
  const part: PartOfDay | undefined = match[3]
    ? 'morning'
    : match[4]
      ? 'afternoon'
      : match[5]
        ? 'evening'
        : match[6]
          ? 'night'
          : undefined;
  return {
    date: {
      kind: 'weekday',
      weekday: weekdays.indexOf((match[2] ?? '').toLowerCase()),
      ...(shift === 'last' || shift === 'next' ? { shift } : {}),
    },
    ...(part ? { part } : {}),
  };
}

function nearDay(match: RegExpExecArray): Omit<Piece, 'start' | 'end' | 'text'> {
  const word = (match[1] ?? '').toLowerCase();
  if (match[3]) return { date: { kind: 'relative_day', days: -1 }, part: 'night' };
  if (match[2])
    return {
      date: { kind: 'relative_day', days: 0 },
      part: /morning/iu.test(match[0]) ? 'morning' : /afternoon/iu.test(match[0]) ? 'afternoon' : 'evening',
    };
  if (word === 'overnight') return { date: { kind: 'relative_span', from: -1, to: 0, level: 'day' } };
  const days = word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0;
  return {
    date: { kind: 'relative_day', days },
    ...(word === 'tonight' ? { part: 'night' as const } : {}),
    ...(days > 0 ? { ahead: true } : {}),
  };
}

function monthOnly(match: RegExpExecArray): Omit<Piece, 'start' | 'end' | 'text'> | null {
  const month = months.indexOf((match[2] ?? '').toLowerCase()) + 1;
  const before = match.input.slice(Math.max(0, match.index - 12), match.index);
  if (/\d(?:st|nd|rd|th)?(?: of)? $/u.test(before)) return null;
  if (
    (match[2] === 'May' || match[2] === 'March') &&
    !match[3] &&
    !/(?:in|since|until|by|of|last|early|late|mid|from|during) $/iu.test(before) &&
    !match[1]
  )
    return null;
  const part = match[1]?.toLowerCase() as 'early' | 'mid' | 'late' | undefined;
  return {
    date: {
      kind: 'month',
      month,
      ...(match[3] ? { year: Number(match[3]) } : {}),
      ...(part ? { part } : {}),
    },
  };
}

function yearRange(match: RegExpExecArray): Omit<Piece, 'start' | 'end' | 'text'> | null {
  const from = Number(match[1]);
  const second = match[2] ?? '';
  const to = second.length === 4 ? Number(second) : Math.floor(from / 100) * 100 + Number(second);
  return to >= from && to - from < 60 ? { date: { kind: 'year', from, to } } : null;
}

function spanWord(match: RegExpExecArray): Omit<Piece, 'start' | 'end' | 'text'> {
  const unit = (match[3] ?? 'weekend').toLowerCase();
  const previous = /last|past|previous/iu.test(match[2] ?? 'last');
  if (unit === 'weekend') return { date: { kind: 'relative_span', from: -7, to: 0, level: 'week' } };
  const length = unit === 'week' ? 7 : unit === 'month' ? 31 : 366;
  const level = unit as 'week' | 'month' | 'year';
  return {
    date: {
      kind: 'relative_span',
      from: previous ? -2 * length + 1 : -length,
      to: previous ? (match[2]?.toLowerCase() === 'the past' ? 0 : -1) : 0,
      level,
    },
  };
}

function ago(match: RegExpExecArray): Omit<Piece, 'start' | 'end' | 'text'> | null {
  const word = (match[1] ?? match[3] ?? 'one').toLowerCase();
  const unit = (match[2] ?? match[4] ?? match[5] ?? '').toLowerCase();
  const amount = numbers[word] ?? Number(word);
  const length = unit === 'day' ? 1 : unit === 'week' ? 7 : unit === 'month' ? 30 : 365;
  const slack = unit === 'day' ? 0 : unit === 'week' ? 1 : unit === 'month' ? 15 : 182;
  const days = -amount * length;
  if (slack === 0) return { date: { kind: 'relative_day', days } };
  return {
    date: {
      kind: 'relative_span',
      from: days - slack,
      to: Math.min(0, days + slack),
      level: unit as 'week' | 'month' | 'year',
    },
  };
}

function recent(unit: string): DatePart {
  const days = unit === 'days' ? 7 : unit === 'weeks' ? 35 : 120;
  return { kind: 'relative_span', from: -days, to: 0, level: unit === 'days' ? 'week' : 'longer' };
}

/** Every piece the own rules find, in the order of the text; of overlapping ones the earlier rule's. */
export function wordPieces(sentence: string, taken: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [...taken];
  for (const rule of rules) {
    rule.pattern.lastIndex = 0;
    for (let match = rule.pattern.exec(sentence); match; match = rule.pattern.exec(sentence)) {
      const start = match.index;
      const end = start + match[0].length;
      if (pieces.some((piece) => piece.start < end && start < piece.end)) continue;
      const read = rule.read(match);
      if (read) pieces.push({ start, end, text: match[0], ...read });
    }
  }
  return pieces.sort((a, b) => a.start - b.start);
}
