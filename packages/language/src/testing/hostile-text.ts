import { hostilePieces } from './hostile-pieces.ts';

const sentences: readonly string[] = [
  'Azerbaijan accused Armenia of shelling Ganja on Saturday, killing at least 12 civilians and wounding 40 others.',
  'The truce, agreed in Moscow last week, was to begin at midnight local time (8 p.m. GMT), both ministries said.',
  '“We will keep the ceasefire,” the general told reporters, “if they do.”',
  'More than 1,200 families fled the village after the army and the rebels resumed fighting on 14 October 2020.',
  'The ministry denied that its forces had broken the truce, which Russia and Qatar had brokered.',
];

const pairs: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['“', '”'],
  ['"', '"'],
  ['[', ']'],
  ['<i>', '</i>'],
];

type Random = () => number;

/**
 * A text that nobody would write, mostly of a few hundred UTF-16 code units; one in a hundred repeats something up to
 * about `longest`. `random` gives numbers in [0, 1).
 */
export function hostileText(random: Random, longest = 10_000): string {
  const make = pick(random, makers);
  return make(random, longest);
}

const makers: readonly ((random: Random, longest: number) => string)[] = [
  (random) => many(random, 40, () => pick(random, hostilePieces), ''),
  (random) => many(random, 60, () => pick(random, hostilePieces), ' '),
  (random) => many(random, 60, () => anyCodePoint(random), ''),
  (random) => many(random, 60, () => anyCodePoint(random), ' '),
  (random) => many(random, 3, () => bent(random, pick(random, sentences)), ' '),
  (random) => many(random, 3, () => bent(random, pick(random, sentences)), '\n'),
  (random) =>
    many(random, 3, () => pick(random, sentences).replaceAll(' ', pick(random, hostilePieces)), ' '),
  (random) => many(random, 3, () => interleaved(pick(random, sentences), pick(random, hostilePieces)), ' '),
  (random, longest) => repeated(random, longest, pick(random, hostilePieces)),
  (random, longest) =>
    `${pick(random, sentences)} ${repeated(random, longest, pick(random, hostilePieces))} ${pick(random, sentences)}`,
  (random, longest) =>
    repeated(random, longest, `${pick(random, hostilePieces)} ${pick(random, hostilePieces)} `),
  (random, longest) => nested(random, longest, pick(random, pairs)),
];

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

function many(random: Random, most: number, one: () => string, between: string): string {
  return Array.from({ length: 1 + Math.floor(random() * most) }, one).join(between);
}

/** Any code point of any plane, surrogates and unassigned ones among them. */
function anyCodePoint(random: Random): string {
  const plane = random() < 0.5 ? 0 : Math.floor(random() * 17);
  return String.fromCodePoint(plane * 0x10000 + Math.floor(random() * 0x10000));
}

/** A sentence with a few places cut out, doubled, or filled with something hostile. */
function bent(random: Random, sentence: string): string {
  let text = sentence;
  for (let i = Math.floor(random() * 6); i >= 0; i--) {
    const from = Math.floor(random() * text.length);
    const to = from + Math.floor(random() * 6);
    const filling = pick(random, [
      '',
      text.slice(from, to).repeat(2),
      pick(random, hostilePieces),
      text.slice(from, to).toUpperCase(),
    ]);
    text = text.slice(0, from) + filling + text.slice(to);
  }
  return text;
}

function interleaved(sentence: string, piece: string): string {
  return [...sentence].join(piece);
}

/** Mostly short; one in fifty is long: ten thousand digits, for one. */
function repeated(random: Random, longest: number, piece: string): string {
  const length = random() < 0.02 ? longest : Math.min(longest, 200);
  return piece.repeat(1 + Math.floor((random() * length) / piece.length));
}

function nested(random: Random, longest: number, [open, close]: readonly [string, string]): string {
  const depth = 1 + Math.floor(random() * (random() < 0.02 ? longest / 5 : 40));
  return open.repeat(depth) + pick(random, sentences) + close.repeat(Math.floor(random() * 2) * depth);
}
