/** Words that say what an actor is and not who: the comparison leaves them out. */
const fillers = [
  'the',
  'republic of',
  'government of',
  'military forces of',
  'forces',
  'army',
  'troops',
  'ministry of defence',
  'ministry of defense',
];

/** Names of one actor, so that a label's "Baku" and a find's "Azerbaijan" agree. The same for every side. */
const aliases: readonly (readonly [string, string])[] = [
  ['azeri', 'azerbaijan'],
  ['azerbaijani', 'azerbaijan'],
  ['baku', 'azerbaijan'],
  ['armenian', 'armenia'],
  ['yerevan', 'armenia'],
  ['artsakh', 'karabakh'],
  ['nagorno karabakh', 'karabakh'],
  ['russian', 'russia'],
  ['moscow', 'russia'],
  ['kremlin', 'russia'],
  ['turkish', 'turkey'],
  ['ankara', 'turkey'],
  ['us', 'united states'],
  ['u s', 'united states'],
  ['washington', 'united states'],
];

/** A name in plain lower-case words, without accents and without words such as "the" and "forces". */
function plainName(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replaceAll(/[\u0080-\uffff]/g, '')
    .toLowerCase();
  const words = ascii.replaceAll(/[^a-z0-9]+/g, ' ').trim();
  return fillers.reduce((left, filler) => swap(left, filler, ''), words);
}

/** Whether two names are of one actor or place: equal, or one within the other, after `plainName` and aliases. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [unaliased(plainName(a)), unaliased(plainName(b))];
  // "army" says nothing more than what it is: there the words themselves have to be the same.
  if (x === '' || y === '') return bare(a) === bare(b);
  return x.includes(y) || y.includes(x);
}

function bare(name: string): string {
  return name.toLowerCase().replace(/^(?:the|an?) /u, '');
}

function unaliased(name: string): string {
  const whole = aliases.find(([alias]) => alias === name)?.[1] ?? name;
  return aliases.reduce((left, [alias, actor]) => swap(left, alias, actor), whole);
}

function swap(name: string, words: string, by: string): string {
  return ` ${name} `.replaceAll(` ${words} `, ` ${by} `).replaceAll(/ +/g, ' ').trim();
}
