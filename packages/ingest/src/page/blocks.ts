import { type HtmlElement, type HtmlNode, isElement, isText } from './html-node.ts';

/** A paragraph, heading, list item or row of a table. */
export interface Block {
  text: string;
  kind: 'paragraph' | 'heading' | 'item' | 'caption';
  /** Characters of it that are links, 0 to 1. */
  linked: number;
}

const breaks =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|CENTER|DD|DETAILS|DIV|DL|DT|FIGURE|FIGCAPTION|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|THEAD|TR|UL)$/;
const unread =
  /^(?:AUDIO|BUTTON|CANVAS|EMBED|HEAD|IFRAME|INPUT|MATH|NOSCRIPT|OBJECT|SCRIPT|SELECT|STYLE|SVG|TEMPLATE|TEXTAREA|VIDEO)$/;
const captionClass = /(?:^|[\s_-])caption/i;

interface Inside {
  kind: Block['kind'];
  isLink: boolean;
}
type Step = { node: HtmlNode; inside: Inside } | 'end';

/**
 * The text of a page as blocks, each on its own: `textContent` would glue paragraphs together. Two line breaks end a
 * paragraph, as old pages write them. Goes by a stack of its own: pages nested a hundred thousand deep exist.
 */
export function blocksOf(root: HtmlNode): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let linked = 0;
  let lineBreaks = 0;
  let kind: Block['kind'] = 'paragraph';
  const end = (): void => {
    const clean = text.replace(/\s+/gu, ' ').trim();
    if (/[\p{L}\p{N}]/u.test(clean)) {
      blocks.push({ text: clean, kind, linked: Math.min(1, linked / clean.length) });
    }
    text = '';
    linked = 0;
    kind = 'paragraph';
  };
  const steps: Step[] = [{ node: root, inside: { kind: 'paragraph', isLink: false } }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step === 'end') {
      end();
      continue;
    }
    const { node, inside } = step;
    if (isText(node)) {
      text += node.data;
      if (node.data.trim() !== '') lineBreaks = 0;
      kind = text.trim() === '' ? kind : inside.kind;
      if (inside.isLink) linked += node.data.trim().length;
      continue;
    }
    const name = node.nodeName.toUpperCase();
    if (unread.test(name)) continue;
    if (name === 'TD' || name === 'TH' || name === 'BR') text += ' ';
    if (name === 'BR' && ++lineBreaks > 1) end();
    const isBreak = breaks.test(name);
    if (isBreak) {
      end();
      steps.push('end');
    }
    const within = isElement(node) ? insideOf(node, name, inside) : inside;
    for (let at = node.childNodes.length - 1; at >= 0; at--) {
      steps.push({ node: node.childNodes[at] as HtmlNode, inside: within });
    }
  }
  end();
  return blocks;
}

function insideOf(element: HtmlElement, name: string, outer: Inside): Inside {
  if (name === 'A') return { ...outer, isLink: true };
  if (outer.kind === 'caption') return outer;
  if (name === 'FIGURE' || name === 'FIGCAPTION' || captionClass.test(element.getAttribute('class') ?? '')) {
    return { ...outer, kind: 'caption' };
  }
  if (/^H[1-6]$/.test(name)) return { ...outer, kind: 'heading' };
  if (name === 'LI') return { ...outer, kind: 'item' };
  return outer;
}
