/** A browser's usual name and its system, from what it says of itself; empty when neither is known. */
export function browserName(userAgent: string): string {
  const told = userAgent.slice(0, 500);
  // The order matters: most call themselves by the names of those before them too.
  const browser = ['Edg/', 'OPR/', 'Firefox/', 'Chrome/', 'Safari/'].find((name) => told.includes(name));
  const names: Record<string, string> = { 'Edg/': 'Edge', 'OPR/': 'Opera' };
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux'].find((name) =>
    told.includes(name),
  );
  return [browser && (names[browser] ?? browser.slice(0, -1)), system].filter(Boolean).join(', ');
}
