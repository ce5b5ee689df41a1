/** How often the line is redrawn, in milliseconds. */
const pace = 200;

/** A count that is redrawn in place on standard error while a person watches, and silent otherwise. */
export function progress(what: string): { count(): void; end(): void } {
  if (!process.stderr.isTTY) return { count() {}, end() {} };
  let counted = 0;
  let drawnAt = 0;
  const draw = (): void => {
    drawnAt = Date.now();
    process.stderr.write(`\r${counted.toLocaleString('en')} ${what}`);
  };
  return {
    count() {
      counted += 1;
      if (Date.now() - drawnAt >= pace) draw();
    },
    end() {
      draw();
      process.stderr.write('\n');
    },
  };
}
