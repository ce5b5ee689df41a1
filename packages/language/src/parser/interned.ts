/**
 * The same string as the one copy that the runtime keeps of it, as it does of literals and names of fields. Two such strings
 * are compared by their addresses; rules compare words and tags with literals all the time.
 */
export function interned(word: string): string {
  return Object.keys({ [word]: 0 })[0] ?? word;
}
