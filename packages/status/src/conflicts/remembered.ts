/** The same function with its answers kept, forgotten all at once when there are too many. */
export function remembered<Value>(answer: (text: string) => Value, most = 50_000): (text: string) => Value {
  const answers = new Map<string, Value>();
  return (text) => {
    let known = answers.get(text);
    if (known === undefined) {
      known = answer(text);
      if (answers.size >= most) answers.clear();
      answers.set(text, known);
    }
    return known;
  };
}
