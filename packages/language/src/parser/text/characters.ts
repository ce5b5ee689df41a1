/** Kinds of UTF-16 code units, as the tokeniser needs them. Code units of other planes count as letters: they stay whole. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLower = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 0xdf && code <= 0xff && code !== 0xf7) ||
  (code >= 0x430 && code <= 0x45f);
export const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code <= 0xde && code !== 0xd7) ||
  (code >= 0x400 && code <= 0x42f);
export const isHyphen = (code: number): boolean => code === 45 || code === 0x2010 || code === 0x2011;
export const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x60;

export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0x2000) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  return code >= 0x2e80 && code < 0xe000;
}

export function isSpace(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true;
  if (code < 0x85) return false;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
