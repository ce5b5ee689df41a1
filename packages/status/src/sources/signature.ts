import { hash32 } from '../hash.ts';

/** Lanes of a signature; the estimate of the shared part is then within 0.13 nineteen times in twenty. */
const lanes = 64;
/** Runs of five words: independent reports of one event share few, copies most. */
const runLength = 5;

/**
 * The MinHash of a text's runs of five words (Broder 1997), 64 lanes of 16 bits as 256 hexadecimal digits: what copies
 * of one text have in common can be estimated from two signatures. Empty for a text of fewer than five words.
 */
export function textSignature(text: string): string {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hash32);
  if (words.length < runLength) return '';
  const least = new Uint32Array(lanes).fill(0xffffffff);
  for (let start = 0; start + runLength <= words.length; start++) {
    let run = 0;
    for (let offset = 0; offset < runLength; offset++) run = mixed(run ^ (words[start + offset] as number));
    for (let lane = 0; lane < lanes; lane++) {
      const value = mixed(run ^ Math.imul(lane + 1, 0x9e3779b1));
      if (value < (least[lane] as number)) least[lane] = value;
    }
  }
  return Array.from(least, (value) => (value >>> 16).toString(16).padStart(4, '0')).join('');
}

/** The share of two texts' runs of words that both have, estimated from their signatures, 0 to 1. */
export function sharedText(a: string, b: string): number {
  if (a.length !== lanes * 4 || b.length !== lanes * 4) return 0;
  if (a === b) return 1;
  let same = 0;
  for (let at = 0; at < a.length; at += 4) if (a.slice(at, at + 4) === b.slice(at, at + 4)) same++;
  return same / lanes;
}

/** The finalizer of MurmurHash3: every bit of the input moves every bit of the result. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
