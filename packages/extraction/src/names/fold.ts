const plainMarks: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  ə: 'e',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
};

/**
 * Lower case without accents, code unit for code unit: the result is as long as the text, so every
 * offset found in it holds in the text.
 */
export function fold(text: string): string {
  if (!unusual.test(text)) return text.toLowerCase();
  return text.replaceAll(eachUnusual, foldUnusual).replaceAll(capitals, (letters) => letters.toLowerCase());
}

const unusual = /[^\0-\x7f]/;
const eachUnusual = /[^\0-\x7f]/g;
const capitals = /[A-Z]+/g;

function foldUnusual(unit: string): string {
  const known = plainMarks[unit];
  if (known) return known;
  const code = unit.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return unit;
  const bare = unit.normalize('NFD').charAt(0).toLowerCase();
  return plainMarks[bare] ?? (bare.length === 1 ? bare : unit);
}
