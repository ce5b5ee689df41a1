/** A word with what cannot be seen, or would turn what stands beside it, written as its code point. */
export function visible(form: string): string {
  return form.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu,
    (char) => `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
