/**
 * Words that end with a full stop inside a sentence.
 * title: a name follows, never a boundary; number: no boundary before a digit; word: a boundary only before a word that opens sentences.
 */
export const abbreviations: ReadonlyMap<string, 'title' | 'number' | 'word'> = new Map([
  ...'mr mrs ms dr prof gen col lt maj capt sgt adm brig cmdr cpl pvt sen rep gov pres st hon rev msgr amb sec fr supt insp'
    .split(' ')
    .map((word) => [word, 'title'] as const),
  ...'no nos art para fig vol pp sept'.split(' ').map((word) => [word, 'number'] as const),
  ...'jan feb mar apr jun jul aug sep oct nov dec inc ltd co corp etc vs e.g i.e approx dept est cf al a.m p.m u.s u.n u.k u.a.e e.u jr sr mt km'
    .split(' ')
    .map((word) => [word, 'word'] as const),
]);

/** Words that, in capitals after an abbreviation, open a new sentence. */
export const sentenceStarters: ReadonlySet<string> = new Set(
  'the a an in on at it he she they we this that these those but and or as after before when while if for from both there its his her their our more most many some several no not yet still also however meanwhile according earlier later since under over with by to hours talks'.split(
    ' ',
  ),
);
