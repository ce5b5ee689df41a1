/** Above so many characters a field is cut off from its row, which is then refused: a quotation mark was not closed. */
const longestField = 4_000_000;

export interface CsvRow {
  /** The line at which it begins, counting from 1. */
  line: number;
  fields: string[];
  /** A quotation mark in it is never closed, so that it swallowed what follows. */
  isBroken: boolean;
}

/** The separator of a table, by its first line: what stands there most often outside of quotes. */
function separatorOf(text: string): string {
  const first = text
    .slice(0, text.indexOf('\n') < 0 ? 10_000 : text.indexOf('\n'))
    .replace(/"[^"]{0,1000}"/g, '');
  const counts = [',', ';', '\t', '|'].map(
    (separator) => [separator, first.split(separator).length] as const,
  );
  return counts.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

/** The rows of a table by RFC 4180, with any separator and any line ending; a field may hold line breaks. Empty rows are passed over. */
export function* csvRows(text: string, separator = separatorOf(text)): Generator<CsvRow, undefined> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const row: CsvRow = { line, fields: [], isBroken: false };
    for (let isEnd = false; !isEnd; ) {
      let field = '';
      if (text[at] === '"') {
        const begun = at + 1;
        let end = begun;
        for (;;) {
          end = text.indexOf('"', end);
          if (end < 0 || text[end + 1] !== '"') break;
          end += 2;
        }
        if (end < 0 || end - begun > longestField) {
          row.isBroken = true;
          end = end < 0 ? text.length : end;
        }
        field = text.slice(begun, end).replaceAll('""', '"');
        at = end + 1;
      }
      const rest = endOf(text, at, separator);
      field += text.slice(at, rest);
      row.fields.push(field);
      for (const letter of field) if (letter === '\n') line++;
      at = rest + 1;
      isEnd = text[rest] !== separator;
      if (text[rest] === '\r' && text[at] === '\n') at++;
    }
    line++;
    if (row.fields.some((field) => field.trim() !== '')) yield row;
  }
}

/** Where a field without quotes ends: at the separator, a line break, or the end of all. */
function endOf(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
