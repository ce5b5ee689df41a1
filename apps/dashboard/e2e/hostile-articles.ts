/** What somebody might hand in to do harm: each is a story of war with something in it that is none. */
export interface HostileArticle {
  name: string;
  title: string;
  text: string;
  source: string;
  url: string;
}

const war = 'Rebels and the army said on Monday that a ceasefire would begin at midnight near Goma.';
const script = '<script>window.harmed = "script"</script>';
const image = '<img src=x onerror="window.harmed=\'image\'">';
const drawing = '<svg><animate onbegin="window.harmed=\'svg\'" attributeName=x dur=1s></svg>';
const frame = '<iframe srcdoc="<script>parent.harmed=\'frame\'</script>"></iframe>';

export const hostileArticles: readonly HostileArticle[] = [
  {
    name: 'scripts',
    title: script,
    text: `${script} ${war} ${script}`,
    source: script,
    url: 'https://example.org/1',
  },
  {
    name: 'event handlers',
    title: image,
    text: `${war} ${image} ${drawing}`,
    source: image,
    url: 'https://example.org/2',
  },
  {
    name: 'frames and style',
    title: frame,
    text: `${frame}<style>*{display:none}</style> ${war}`,
    source: frame,
    url: 'https://example.org/3',
  },
  {
    name: 'ends of what it stands in',
    title: '</title></h1></main></body></html>',
    text: `</p></article><!-- ${war} --> ]]> {@html "x"} {{ 7*7 }} \${7*7} </textarea>${war}`,
    source: '"><b>bold</b>',
    url: 'https://example.org/4?a="><script>1</script>',
  },
  {
    name: 'turned words',
    title: 'Truce \u202edenimod\u202c near \u2066Goma\u2069',
    text: `\u202e${war}\u202c The army \u200bsaid\u200d that \u2067two people\u2069 were killed in Goma. \ufeff\u00ad\u2028\u2029`,
    source: '\u202eycnegA',
    url: 'https://example.org/5',
  },
  {
    name: 'one word that never ends',
    title: 'W'.repeat(1_900),
    text: `${'a'.repeat(60_000)} ${war} ${'\u{1F480}'.repeat(5_000)} Z\u0351\u036b${'\u0301'.repeat(2_000)}algo`,
    source: 'S'.repeat(400),
    url: `https://example.org/${'p'.repeat(3_000)}`,
  },
  {
    name: 'addresses that are code',
    title: '[Truce](javascript:window.harmed=1)',
    text: `${war} <a href="javascript:window.harmed='link'">here</a> data:text/html,${script}`,
    source: 'javascript:window.harmed=1',
    url: 'https://example.org/#javascript:window.harmed=1',
  },
];
