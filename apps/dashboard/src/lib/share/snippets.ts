import type { EmbedView } from './view.ts';

interface Snippet {
  kind: 'frame' | 'chart' | 'badge';
  /** HTML to paste into another page. */
  code: string;
}

/** What to paste into another page to show a conflict's status there. `origin` is this site's. */
export function snippets({ name, page, frame, chart, badge }: EmbedView, origin: string): Snippet[] {
  const title = quoted(name);
  const picture = (path: string) =>
    `<a href="${origin}${page}"><img src="${origin}${path}" alt="${title}: ceasefire status"></a>`;
  return [
    {
      kind: 'frame',
      code: `<iframe src="${origin}${frame}" title="${title}: ceasefire status" width="100%" height="360" style="border:1px solid #dedfd9;border-radius:12px" loading="lazy"></iframe>`,
    },
    { kind: 'chart', code: picture(chart) },
    { kind: 'badge', code: picture(badge) },
  ];
}

/** As the value of an attribute in quotation marks. */
function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
