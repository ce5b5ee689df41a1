/** Words that may open a clause as well as a phrase. */
export const subordinating = new Set([
  'after',
  'before',
  'as',
  'since',
  'than',
  'like',
  'that',
  'while',
  'if',
  'until',
]);

/** Words that open a relative clause or a question. */
export const relatives = new Set([
  'who',
  'which',
  'that',
  'whom',
  'whose',
  'what',
  'where',
  'when',
  'why',
  'how',
]);
