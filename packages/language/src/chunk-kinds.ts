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
