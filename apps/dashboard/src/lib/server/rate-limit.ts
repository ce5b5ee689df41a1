/**
 * At most `most` acts of one person within `window` milliseconds, in this process. Returns how many seconds to
 * wait, or 0 when the act may go on. `now` in epoch milliseconds.
 */
export function rateLimit(most: number, window: number) {
  const acts = new Map<string, number[]>();
  return (who: string, now: number): number => {
    const recent = (acts.get(who) ?? []).filter((at) => at > now - window);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= most) return Math.ceil((oldest + window - now) / 1000);
    recent.push(now);
    acts.delete(who);
    acts.set(who, recent);
    // Whoever acted longest ago stands first: the map stays as small as the window.
    for (const [name, times] of acts) {
      if ((times.at(-1) ?? 0) > now - window) break;
      acts.delete(name);
    }
    return 0;
  };
}
