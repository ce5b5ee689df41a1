// Plain JavaScript: the bootstrap and the commands show their steps alike.

/**
 * Shows "· title …" at once and completes the line when the step is done. On a terminal the seconds count up meanwhile.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} [outcome] what to add to the line, "done" unless told
 * @returns {Promise<T>}
 */
export async function step(title, work, outcome = () => 'done') {
  const out = process.stdout;
  const live = out.isTTY === true;
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  const label = `· ${title} …`.padEnd(34);
  if (live) out.write(label);
  const ticking = live
    ? setInterval(() => out.write(`\r${label} ${Math.round((Date.now() - started) / 1000)} s`), 1000)
    : null;
  try {
    const result = await work();
    out.write(`${live ? '\r' : ''}${label} ${outcome(result)}, ${seconds()} s\n`);
    return result;
  } catch (error) {
    out.write(`${live ? '\r' : ''}${label} failed after ${seconds()} s\n`);
    throw error;
  } finally {
    if (ticking) clearInterval(ticking);
  }
}
