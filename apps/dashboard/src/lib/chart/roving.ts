/**
 * Makes the marks of a chart one stop of the Tab key: left and right go along a lane, up and down to the nearest
 * mark of the next lane, Home and End to the lane's ends. Without a script every mark is a stop of its own.
 */
export function roving(chart: HTMLElement): () => void {
  const marksIn = (root: Element) => [...root.querySelectorAll<SVGAElement>('[data-mark]')];
  let current: SVGAElement | undefined;

  function only(chosen: SVGAElement | undefined) {
    current = chosen;
    for (const mark of marksIn(chart)) mark.setAttribute('tabindex', mark === chosen ? '0' : '-1');
  }

  function focused(event: FocusEvent) {
    const mark = event.target instanceof Element ? event.target.closest<SVGAElement>('[data-mark]') : null;
    if (mark && mark !== current) only(mark);
  }

  function pressed(event: KeyboardEvent) {
    const mark = event.target instanceof Element ? event.target.closest<SVGAElement>('[data-mark]') : null;
    const next = mark && target(mark, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function target(mark: SVGAElement, key: string): SVGAElement | undefined {
    const lanes = [...chart.querySelectorAll('[data-lane]')].map(marksIn).filter((marks) => marks.length > 0);
    const lane = lanes.findIndex((marks) => marks.includes(mark));
    const marks = byTime(lanes[lane] ?? []);
    const place = marks.indexOf(mark);
    if (key === 'ArrowRight') return marks[place + 1];
    if (key === 'ArrowLeft') return marks[place - 1];
    if (key === 'Home') return marks[0];
    if (key === 'End') return marks.at(-1);
    if (key === 'ArrowDown') return nearest(lanes[lane + 1], mark);
    if (key === 'ArrowUp') return nearest(lanes[lane - 1], mark);
    return undefined;
  }

  // Marks come and go as data refreshes: whichever is new must not become a second stop.
  const observer = new MutationObserver(() => only(current?.isConnected ? current : marksIn(chart)[0]));
  observer.observe(chart, { childList: true, subtree: true });
  chart.addEventListener('focusin', focused);
  chart.addEventListener('keydown', pressed);
  only(marksIn(chart)[0]);
  return () => {
    observer.disconnect();
    chart.removeEventListener('focusin', focused);
    chart.removeEventListener('keydown', pressed);
  };
}

function left(mark: SVGAElement): number {
  return mark.getBoundingClientRect().left;
}

function byTime(marks: SVGAElement[]): SVGAElement[] {
  return marks.toSorted((a, b) => left(a) - left(b));
}

function nearest(marks: SVGAElement[] | undefined, mark: SVGAElement): SVGAElement | undefined {
  return marks?.toSorted((a, b) => Math.abs(left(a) - left(mark)) - Math.abs(left(b) - left(mark)))[0];
}
