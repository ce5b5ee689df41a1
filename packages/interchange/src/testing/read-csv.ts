/** Reads RFC 4180 back into rows of cells; the apostrophe in front of guarded cells stays. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let index = 0;
  while (index < text.length) {
    let cell = '';
    if (text[index] === '"') {
      for (index++; text[index] !== '"' || text[index + 1] === '"'; index++) {
        if (text[index] === '"') index++;
        cell += text[index];
      }
      index++;
    } else {
      while (index < text.length && text[index] !== ',' && text[index] !== '\r') cell += text[index++];
    }
    row.push(cell);
    if (text[index] === ',') index++;
    else {
      rows.push(row);
      row = [];
      index += 2;
    }
  }
  return rows;
}
