/**
 * XML as its writer meant it: without what no XML may hold, with `&` that stand for themselves written out, without what
 * stands before the first tag, and with a CDATA section or a last tag closed that was left open. For feeds that could not be read as they are.
 */
export function mended(xml: string): string {
  const declaration = xml.slice(0, 5_000).indexOf('<?xml');
  const start = declaration > 0 ? declaration : xml.indexOf('<');
  const text = (start > 0 ? xml.slice(start) : xml)
    .replace(/<!DOCTYPE[^[>]{0,2000}(?:\[[^\]]{0,20000}\])?[^>]{0,2000}>/gi, '')
    .replace(/\p{Cc}/gu, (control) => (/[\t\n\r]/.test(control) ? control : ' '))
    .replace(/&(?!(?:#\d{1,7}|#x[0-9a-f]{1,6}|\w{1,32});)/gi, '&amp;');
  const open = text.lastIndexOf('<![CDATA[');
  if (open >= 0 && text.indexOf(']]>', open) < 0) return `${text}]]>`;
  return text.lastIndexOf('<') > text.lastIndexOf('>') ? `${text}>` : text;
}
