/** How often the line is redrawn, in milliseconds. */
const pace = 200;
const width = 24;

export interface ProgressBar {
  /** So many bytes of the input more are read. */
  read(bytes: number): void;
  /** So many articles more are done. */
  done(articles: number): void;
  /** Leaves the line as it is; what is written next begins a new one. */
  end(): void;
}

/**
 * How far the reading of files has come, redrawn in place on standard error while a person watches, and silent otherwise.
 * @param total bytes in all; 0 when nobody knows, as of standard input
 */
export function progressBar(
  total: number,
  isWatched = process.stderr.isTTY,
  write: (text: string) => unknown = (text) => process.stderr.write(text),
): ProgressBar {
  let bytes = 0;
  let articles = 0;
  let drawnAt = 0;
  const begun = performance.now();
  const draw = (): void => {
    drawnAt = performance.now();
    const share = total > 0 ? Math.min(1, bytes / total) : 0;
    const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░');
    const rate = Math.round(articles / Math.max(0.1, (drawnAt - begun) / 1_000));
    const known = total > 0 ? `${bar} ${Math.floor(share * 100)} %  ` : '';
    write(`\r${known}${articles.toLocaleString('en')} articles, ${rate.toLocaleString('en')} a second   `);
  };
  return {
    read(more) {
      bytes += more;
    },
    done(more) {
      articles += more;
      if (isWatched && performance.now() - drawnAt >= pace) draw();
    },
    end() {
      if (!isWatched) return;
      draw();
      write('\n');
    },
  };
}
