import {
  ago,
  clockWord,
  monthOnly,
  months,
  nearDay,
  numbers,
  type Reading,
  recent,
  spanWord,
  weekday,
  weekdays,
  yearRange,
} from './piece-readers.ts';
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

interface PieceRule {
  pattern: RegExp;
  read: (match: RegExpExecArray) => Reading | null;
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
    pattern: /\b(?:at )?(1[0-2]|0?[1-9])(?:[.:]([0-5]\d))? ?([ap])\.?m\b\.?/giu,
    read: (match) => ({
      clock: {
        hour: (Number(match[1]) % 12) + (match[3]?.toLowerCase() === 'p' ? 12 : 0),
        minute: Number(match[2] ?? 0),
        zone: null,
        hasMinute: match[2] !== undefined,
      },
    }),
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
    pattern: /(?<![\d.,/:$-])((?:19[0-9]|20[0-4])\d)(?![\d/:%]|[.,-]\d)\b/gu,
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
