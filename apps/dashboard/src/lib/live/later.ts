/**
 * An attachment whose code is loaded after what everybody sees: what it adds needs a script, and nothing on the page
 * waits for it.
 */
export function later(load: () => Promise<(element: Element) => () => void>) {
  return (element: Element): (() => void) => {
    let stop = () => {};
    let isGone = false;
    void load().then((attach) => {
      if (!isGone) stop = attach(element);
    });
    return () => {
      isGone = true;
      stop();
    };
  };
}
