import { type Citation, instantText, keyOf, noteOf, originalText, site, titleOf } from './citation.ts';

/** One line to paste into a text. */
export function plainCitation(citation: Citation): string {
  const made = citation.versions.length > 0 ? ` (${citation.versions.join(', ')})` : '';
  const original = originalText(citation);
  return [
    `${titleOf(citation)}. ${site}, as known at ${instantText(citation.knownAt)}${made}.`,
    ...(original ? [`Original: ${original}.`] : []),
    citation.url,
  ].join(' ');
}

const bibtexMarks: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** BibTeX has no other way to keep a text from being commands; letters beyond ASCII stay, as biber reads UTF-8. */
function bibtexText(text: string): string {
  return text.replaceAll(/[\\~^{}$&#%_]/g, (mark) => bibtexMarks[mark] ?? `\\${mark}`);
}

/** An entry for BibTeX and BibLaTeX. */
function bibtexCitation(citation: Citation): string {
  const { knownAt, url } = citation;
  // Percent-encoded braces keep the address in one piece; the rest is taken as it stands.
  const address = new URL(url).href.replaceAll(/[{}\\]/g, encodeURIComponent);
  const fields = [
    // The inner braces keep the capitals of names.
    ['title', `{${bibtexText(titleOf(citation))}}`],
    ['author', `{${site}}`],
    ['year', knownAt.slice(0, 4)],
    ['date', knownAt.slice(0, 10)],
    ['url', address],
    ['note', bibtexText(noteOf(citation))],
  ] as const;
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${keyOf(citation)},\n${lines.join(',\n')}\n}\n`;
}

/** A record in RIS, for EndNote, Zotero and their like. */
function risCitation(citation: Citation): string {
  const [year, month, day] = citation.knownAt.slice(0, 10).split('-');
  const lines = [
    ['TY', 'ELEC'],
    ['ID', keyOf(citation)],
    ['TI', titleOf(citation)],
    ['AU', site],
    ['PB', site],
    ['PY', year],
    ['DA', `${year}/${month}/${day}`],
    ['UR', new URL(citation.url).href],
    ['N1', noteOf(citation)],
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}

/** An item of the Citation Style Language, as JSON. */
function cslCitation(citation: Citation): string {
  const item = {
    id: keyOf(citation),
    type: 'webpage',
    title: titleOf(citation),
    author: [{ literal: site }],
    'container-title': site,
    issued: { 'date-parts': [citation.knownAt.slice(0, 10).split('-').map(Number)] },
    URL: new URL(citation.url).href,
    ...(citation.versions.length > 0 && { version: citation.versions.join(', ') }),
    note: noteOf(citation),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** The files that a citation can be had as, by the ending of their names. */
export const citationFiles = {
  bib: { name: 'BibTeX', type: 'application/x-bibtex', write: bibtexCitation },
  ris: { name: 'RIS', type: 'application/x-research-info-systems', write: risCitation },
  json: { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', write: cslCitation },
} as const;
