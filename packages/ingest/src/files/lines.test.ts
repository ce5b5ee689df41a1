import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { type Line, readLines } from './lines.ts';

async function linesOf(bytes: Uint8Array, chunk: number, limit?: number): Promise<Line[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const lines: Line[] = [];
  for await (const line of readLines(chunks(), limit)) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it('gives the same lines however the bytes are cut, characters of several bytes included', async () => {
    const bytes = Buffer.from('{"a":"Şuşa 🕊"}\r\n\n  \nzweite\ndritte ohne Ende');
    const whole = await linesOf(bytes, bytes.length);
    expect(whole.map((line) => [line.number, 'text' in line && line.text.trimEnd()])).toEqual([
      [1, '{"a":"Şuşa 🕊"}'],
      [4, 'zweite'],
      [5, 'dritte ohne Ende'],
    ]);
    for (let chunk = 1; chunk < bytes.length; chunk += 1) expect(await linesOf(bytes, chunk)).toEqual(whole);
  });

  it('does not cut a line at the separators that JSON strings may hold', async () => {
    const text = '"one\u2028still one\u2029and still\u0085one"';
    expect(await linesOf(Buffer.from(`${text}\n`), 7)).toEqual([{ number: 1, text }]);
  });

  it('refuses a line that is too long without keeping it, and reads on', async () => {
    const bytes = Buffer.from(`${'x'.repeat(101)}\n${'y'.repeat(100)}\n`);
    expect(await linesOf(bytes, 9, 100)).toEqual([
      { number: 1, refused: 'line_too_long' },
      { number: 2, text: 'y'.repeat(100) },
    ]);
  });

  it('refuses a line that is not UTF-8, and reads on', async () => {
    const bytes = Buffer.concat([Buffer.from([0x22, 0xe9, 0x22, 0x0a]), Buffer.from('good\n')]);
    expect(await linesOf(bytes, 3)).toEqual([
      { number: 1, refused: 'not_utf8' },
      { number: 2, text: 'good' },
    ]);
  });

  it('passes over the byte order mark that some editors put first', async () => {
    expect(await linesOf(Buffer.from('\ufeff{}\n'), 2)).toEqual([{ number: 1, text: '{}' }]);
  });
});
