/** A name as words to compare by: lower case, without accents, punctuation and a leading article. */
export function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const words = plain === '' ? [] : plain.split(' ');
  return words[0] === 'the' && words.length > 1 ? words.slice(1) : words;
}

/** What a publisher goes by however its name is written: "The Daily Post" and "daily post" are one. */
export function publisherKey(name: string): string {
  return wordsOf(name).join(' ');
}
