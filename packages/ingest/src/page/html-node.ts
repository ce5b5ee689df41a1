/** As much of a DOM node as reading takes: linkedom's nodes and every browser's have it. */
export interface HtmlNode {
  nodeType: number;
  nodeName: string;
  childNodes: ArrayLike<HtmlNode>;
  /** Of text nodes. */
  data?: string;
}

/** As much of an element as reading takes. */
export interface HtmlElement extends HtmlNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  readonly textContent: string | null;
  remove(): void;
}

export interface HtmlDocument extends HtmlElement {
  documentElement: HtmlElement;
  body: HtmlElement;
  head: HtmlElement;
  title: string;
  createElement(name: string): HtmlElement & { innerHTML: string };
}

export const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === 1;
export const isText = (node: HtmlNode): node is HtmlNode & { data: string } =>
  node.nodeType === 3 && typeof node.data === 'string';
