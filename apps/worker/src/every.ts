/** Does something at once and then every so many seconds after it was done. The work sees to its own errors. */
export function every(seconds: number, work: () => Promise<void>) {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let last = round();
  async function round(): Promise<void> {
    await work();
    if (!isStopped) timer = setTimeout(() => (last = round()), seconds * 1_000);
  }
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await last;
    },
  };
}
