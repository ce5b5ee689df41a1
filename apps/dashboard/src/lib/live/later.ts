/** Acts once the element is in sight or soon will be; gives what calls it off. */
export function whenNear(element: Element, act: () => void): () => void {
  const watch = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      act();
    },
    { rootMargin: '200px' },
  );
  watch.observe(element);
  return () => watch.disconnect();
}

/**
 * An attachment whose code is loaded when the reader comes near: what it adds needs a script, and nothing on the page
 * waits for it.
 */
export function later(load: () => Promise<(element: Element) => () => void>) {
  return (element: Element): (() => void) => {
    let stop = () => {};
    let isGone = false;
    const forget = whenNear(element, async () => {
      const attach = await load();
      if (!isGone) stop = attach(element);
    });
    return () => {
      isGone = true;
      forget();
      stop();
    };
  };
}
