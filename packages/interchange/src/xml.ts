/** What XML 1.0 cannot hold, not even as a reference: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const unstorable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A bare one would come back as a line feed.
  '\r': '&#13;',
};

/** Text that is markup already: `xml` makes it, and nothing else. */
export class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

export type MarkupPart = string | number | Markup | null | undefined | false | readonly MarkupPart[];

/**
 * Writes XML, SVG or HTML: everything put into the template is escaped as text or as a quoted attribute, except what
 * `xml` made itself; lists are joined, nothing is written for null, undefined and false. What XML cannot hold becomes
 * U+FFFD. Attributes must be quoted.
 */
export function xml(strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  return new Markup(
    strings.map((text, index) => text + (index < parts.length ? written(parts[index]) : '')).join(''),
  );
}

function written(part: MarkupPart): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number' || part instanceof Markup) return String(part);
  return part.map(written).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll(unstorable, '\ufffd')
    .replaceAll(/[&<>"'\r]/g, (character) => references[character] ?? character);
}
