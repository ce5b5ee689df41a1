const words = (list: string): string[] => list.split(' ');

/** Stretches that have broken readers of text before: marks without partners, other scripts, what cannot be seen. */
export const hostilePieces: readonly string[] = [
  ...words(
    "\" “ ” ‘ ’ ' '' `` « » ( ) [ ] { } < > — -- - … ... . , ; : ! ?! % $ € £ # @ & * / \\ | ~ ^ _ = +",
  ),
  ...[' ', '\n', '\r\n', '\r', '\t', '\v', '\f', '\u00a0', '\u0085', '\u2028', '\u2029', '\u3000', '\ufeff'],
  ...['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u009f', '\ufffd', '\ufffe', '\uffff'],
  // Zero-width, soft hyphen, and what turns the direction of writing.
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\u202e', '\u2066', '\u2069'],
  ...['\ud800', '\udfff', '\udc00\ud800', '\u{e0001}', '\u{10ffff}', 'e\u0301', 'Z\u0351\u0357\u0300\u035b'],
  ...words('😀 👩‍👩‍👧‍👦 🇦🇲🇦🇿 𝔗𝔯𝔲𝔠𝔢 𠜎 ﬁ İ ß ŉ １２ ٣٤ ½ ² Ⅳ'),
  ...words('السلام הפסקה Հայաստան Азербайджан 停火协议 휴전 สงบศึก युद्धविराम'),
  ...words(
    '<b> </p> <script>alert(1)</script> &nbsp; &amp;lt; <!-- ]]> {{x}} %s ../.. https://a.b/c?d=e#f x@y.z',
  ),
  ...words('__proto__ constructor toString hasOwnProperty NaN null undefined'),
  ...words('0 13 1,200 3.5 1e999 99999999999999999999 31/31/2020 25:61 0x1F -5 12th 3-4'),
  ...[
    '29 February 2021',
    '0630 GMT',
    '4 p.m.',
    'two dozen',
    'hundreds',
    'at midnight',
    'last week',
    'on Saturday',
  ],
  ...words('Armenia Azerbaijan Ganja rebels truce ceasefire civilians army U.S. Gen. a.m. Mr. THE i I'),
  ...words(
    "who that and or if not by of in since until 's ’s n't can't accused denied said killed were violating",
  ),
  ...words('shelled collapsed agreed fled met'),
  ...['both sides', 'at least', 'more than', 'according to', 'each other', 'agreed to'],
];
