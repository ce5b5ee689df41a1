/** Adds to the list of a key. */
export function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What is in one of two lists and not in the other. */
export function inOneOnly<T>(one: readonly T[], other: readonly T[]): Set<T> {
  const [inOne, inOther] = [new Set(one), new Set(other)];
  return new Set([...one.filter((each) => !inOther.has(each)), ...other.filter((each) => !inOne.has(each))]);
}
