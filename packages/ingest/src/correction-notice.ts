/** What an article's headline says of an earlier article of its publisher. */
export interface CorrectionNotice {
  /** It takes the other's place with a text that is mended, or takes the other back. */
  readonly is: 'corrects' | 'withdraws';
  /** The headline of the other, without the words of the notice. */
  readonly title: string;
}

/** Reuters writes "CORRECTED-Title" and "REFILE-Title", AP "Correction: Title", others "(Corrected) Title" or "Title (corrected)". */
const opening =
  /^[\s([]{0,3}(corrected|correction|corrects|amended|refile|withdrawn|withdraws|withdrawal|retracted|retraction|kill|story killed)[\s)\]]{0,3}[-–—:]?\s*(.*)$/isu;
const closing = /^(.*?)\s*[([]\s*(corrected|amended|withdrawn|retracted)\s*[)\]]\s*$/isu;
const takesBack = /^(?:withdr|retract|kill|story killed)/iu;
/** A headline longer than this is none. */
const longest = 500;

/**
 * Reads a headline that says that its article corrects or takes back another; null for any other. A bare word without a
 * sign behind it, as in "Correction officers strike", is none.
 */
export function correctionNotice(headline: string): CorrectionNotice | null {
  if (headline.length > longest) return null;
  const behind = closing.exec(headline);
  if (behind?.[1] && behind[2]) return notice(behind[2], behind[1]);
  const before = opening.exec(headline);
  if (!before?.[1] || !before[2]) return null;
  const sign = headline.slice(0, headline.length - before[2].length);
  return /[-–—:)\]]\s*$/u.test(sign) ? notice(before[1], before[2]) : null;
}

function notice(word: string, title: string): CorrectionNotice {
  return { is: takesBack.test(word.trim()) ? 'withdraws' : 'corrects', title: title.trim() };
}
