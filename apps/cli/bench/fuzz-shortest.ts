/** Takes ever smaller pieces out of a text as long as it still breaks; what is left is easier to look at. */
export function shortest(text: string, breaks: (text: string) => boolean): string {
  let best = text;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length; ) {
      const less = best.slice(0, at) + best.slice(at + size);
      if (less !== '' && breaks(less)) best = less;
      else at += size;
    }
  }
  return best;
}
