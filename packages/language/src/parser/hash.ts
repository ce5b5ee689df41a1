/** 32-bit FNV-1a over the UTF-16 code units of a stretch of a string, finished so that close strings fall far apart. */
export function hashString(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash >>> 0;
}

/** Feature templates one after the other in one list: how many atoms, then their numbers. */
export interface Templates {
  count: number;
  flat: Uint8Array;
}

/**
 * Hashes feature templates. A template is a list of atom numbers; its feature is the template's place and the values of
 * its atoms, mixed into 32 bits. Two features that fall together only share a weight, so nothing more is stored.
 */
export function hashTemplates({ count, flat }: Templates, atoms: Int32Array, out: Int32Array): number {
  let at = 0;
  for (let t = 0; t < count; t++) {
    let hash = Math.imul(t + 1, 0x9e3779b1);
    const end = at + 1 + (flat[at] as number);
    for (at++; at < end; at++) {
      hash = Math.imul(hash ^ (atoms[flat[at] as number] as number), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash, 0xc2b2ae35);
    out[t] = hash ^ (hash >>> 14);
  }
  return count;
}

/** Reads templates written as words: atoms apart by a space, templates by `|` or a line break. Throws on an unknown atom. */
export function readTemplates(text: string, atomNames: readonly string[]): Templates {
  const templates = text
    .trim()
    .split(/[|\n]/)
    .map((template) =>
      template
        .trim()
        .split(' ')
        .map((name) => {
          const atom = atomNames.indexOf(name);
          if (atom < 0) throw new Error(`No atom ${name} in template ${template}`);
          return atom;
        }),
    );
  return {
    count: templates.length,
    flat: Uint8Array.from(templates.flatMap((atoms) => [atoms.length, ...atoms])),
  };
}
