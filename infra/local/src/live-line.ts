/** The last line of a terminal that says what is going on; nothing at all where the output is not a terminal. */
export class LiveLine {
  readonly #working = new Map<string, number>();
  #ticking: NodeJS.Timeout | undefined;

  /** Shows that something is being worked at until the returned function is called. */
  begin(name: string): () => void {
    this.#working.set(name, Date.now());
    if (process.stdout.isTTY) this.#ticking ??= setInterval(() => this.#draw(), 1000);
    return () => {
      this.#working.delete(name);
      if (this.#working.size > 0) return;
      clearInterval(this.#ticking);
      this.#ticking = undefined;
      this.#clear();
    };
  }

  /** Prints a line that stays. */
  print(line: string): void {
    this.#clear();
    console.log(line);
  }

  #draw(): void {
    const parts = [...this.#working].map(
      ([name, since]) => `${name} ${Math.round((Date.now() - since) / 1000)} s`,
    );
    this.#clear();
    process.stdout.write(`… ${parts.join(', ')}`);
  }

  #clear(): void {
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  }
}
