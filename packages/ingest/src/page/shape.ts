import type { HtmlNode } from './html-node.ts';

/** Real pages nest 20 to 60 deep; the extractors take four times as long for each doubling (3 s at 500). */
const deepest = 150;
/** The largest real pages seen have 15,000 nodes. */
const mostNodes = 80_000;

/** Whether a page has the shape of one made for readers, so that the extractors end in time on it. */
export function isReasonable(root: HtmlNode): boolean {
  const stack: [HtmlNode, number][] = [[root, 0]];
  let count = 0;
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const [node, depth] = entry;
    if (depth > deepest || ++count > mostNodes) return false;
    for (let at = 0; at < node.childNodes.length; at++)
      stack.push([node.childNodes[at] as HtmlNode, depth + 1]);
  }
  return true;
}
