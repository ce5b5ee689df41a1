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

/**
 * Hashes feature templates. A template is a list of atom numbers; its feature is the template's place and the values of
 * its atoms, mixed into 32 bits. Two features that fall together only share a weight, so nothing more is stored.
 */
export function hashTemplates(templates: Uint8Array[], atoms: Int32Array, out: Int32Array): number {
  for (let t = 0; t < templates.length; t++) {
    const template = templates[t] as Uint8Array;
    let hash = Math.imul(t + 1, 0x9e3779b1);
    for (let k = 0; k < template.length; k++) {
      hash = Math.imul(hash ^ (atoms[template[k] as number] as number), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash, 0xc2b2ae35);
    out[t] = hash ^ (hash >>> 14);
  }
  return templates.length;
}

/** Reads templates written as words: atoms apart by a space, templates by `|` or a line break. Throws on an unknown atom. */
export function readTemplates(text: string, atomNames: readonly string[]): Uint8Array[] {
  return text
    .trim()
    .split(/[|\n]/)
    .map((template) =>
      Uint8Array.from(template.trim().split(' '), (name) => {
        const atom = atomNames.indexOf(name);
        if (atom < 0) throw new Error(`No atom ${name} in template ${template}`);
        return atom;
      }),
    );
}
