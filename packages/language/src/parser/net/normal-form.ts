/** Marks that are written in several ways, each as its plainest. */
const plainMarks = new Map([
  ['“', '"'],
  ['”', '"'],
  ["''", '"'],
  ['``', '"'],
  ['«', '"'],
  ['»', '"'],
  ['„', '"'],
  ['‘', "'"],
  ['–', '--'],
  ['—', '--'],
  ['…', '...'],
]);

/** The word as tables know it: lower case, plain marks, digits as 0. */
export function normalForm(form: string): string {
  const plain = plainMarks.get(form);
  if (plain) return plain;
  let normal = '';
  for (const char of form.toLowerCase()) {
    normal += char >= '0' && char <= '9' ? '0' : char === '’' || char === '`' ? "'" : char;
  }
  return normal;
}
