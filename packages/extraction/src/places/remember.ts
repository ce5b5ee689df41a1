/**
 * A pure function that keeps its last answers: names recur in a text. At most so many are kept, then it forgets all,
 * so that memory does not grow with the number of articles.
 */
export function remembering<T>(answer: (key: string) => T, most = 20_000): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as T;
    const found = answer(key);
    if (known.size >= most) known.clear();
    known.set(key, found);
    return found;
  };
}
