/** The path when it is one of this site, else the overview: `//other.example` and `/\other.example` lead away. */
export function ownPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : '/';
}
