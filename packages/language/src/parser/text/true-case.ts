/** Whether a word is a name as far as is known: names keep a capital when a sentence in capitals is rewritten. */
export type IsName = (word: string) => boolean;

// Most words end in a small letter of ASCII: that one look is enough for them.
const endsSmall = (form: string) => {
  const code = form.charCodeAt(form.length - 1);
  return code >= 97 && code <= 122;
};
const isUpper = (form: string) =>
  form.length > 0 && !endsSmall(form) && form === form.toUpperCase() && form !== form.toLowerCase();
const isWord = (form: string) => endsSmall(form) || form.toLowerCase() !== form.toUpperCase();
const beginsUpper = (form: string) => isUpper(form.slice(0, 1));

/**
 * The forms that the models should see. A sentence in capitals ("THE ARMY SAID …") or a headline with a capital on every
 * word is rewritten as running text has it: names with a capital, the rest in lower case. Other sentences stay as they are.
 */
export function trueCased(forms: readonly string[], isName: IsName): readonly string[] {
  const words = forms.filter(isWord);
  if (words.length < 3) return forms;
  const upper = words.filter((word) => word.length > 1 && isUpper(word)).length;
  const long = words.filter((word) => word.length > 3);
  const allCapitals = upper >= 0.7 * words.filter((word) => word.length > 1).length;
  const everyWordCapital = long.length >= 4 && long.every(beginsUpper);
  if (!allCapitals && !everyWordCapital) return forms;
  return forms.map((form, i) => {
    if (!isWord(form) || !beginsUpper(form)) return form;
    if (!allCapitals && isUpper(form) && form.length > 1) return form;
    const lower = form.toLowerCase();
    if (isName(form)) return form.slice(0, 1) + lower.slice(1);
    return i === 0 && !allCapitals ? form : lower;
  });
}
