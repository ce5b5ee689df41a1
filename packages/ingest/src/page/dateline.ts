export interface Dateline {
  /** As written: `STEPANAKERT`, `DEKALB, Ill.` */
  place: string;
  /** The agency named in brackets, if any. */
  agency?: string | undefined;
}

const withAgency =
  /^(?:(\p{Lu}[\p{L} .,'’/-]{1,60}?),?(?: (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{L}{0,7}\.? \d{1,2})? ?)?\((AP|AFP|Reuters|UPI|dpa|Xinhua|TASS|Interfax|Anadolu|ANI|PTI|Bloomberg|CNN|\p{Lu}[\p{L} ]{1,30})\) ?[—–-]{1,2} /u;
const placeAlone =
  /^(\p{Lu}{2}[\p{Lu} .'’/-]{0,40}(?:, \p{Lu}[\p{L}.]{1,20}(?: \p{Lu}[\p{L}.]{1,20}){0,2})?)(?:,? (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{L}{0,7}\.? \d{1,2})?(?: ?[—–]{1,2} ?| --? )/u;

/** The dateline with which an article's first paragraph begins: `DEKALB, Ill. (AP) — `. It stays in the text. */
export function datelineOf(text: string): Dateline | undefined {
  const start = text.slice(0, 160);
  const named = withAgency.exec(start);
  if (named?.[1] || named?.[2]) {
    return { place: (named[1] ?? '').trim(), ...(named[2] && { agency: named[2].trim() }) };
  }
  const alone = placeAlone.exec(start);
  return alone?.[1] ? { place: alone[1].trim() } : undefined;
}
