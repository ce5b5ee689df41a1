/**
 * Makes the places of a map one stop of the Tab key: an arrow goes to the nearest place in its direction, Home to the
 * first and End to the last. With Shift, and without a place in focus, keys are left to the map.
 */
export function rovingPlaces(map: Element): () => void {
  const places = () => [...map.querySelectorAll<SVGAElement>('[data-mark]')];
  let current: SVGAElement | undefined;

  function only(chosen: SVGAElement | undefined) {
    current = chosen;
    for (const place of places()) place.setAttribute('tabindex', place === chosen ? '0' : '-1');
  }

  function focused(event: Event) {
    const place = event.target instanceof Element ? event.target.closest<SVGAElement>('[data-mark]') : null;
    if (place && place !== current) only(place);
  }

  function pressed(event: Event) {
    if (!(event instanceof KeyboardEvent) || event.shiftKey) return;
    const place = event.target instanceof Element ? event.target.closest<SVGAElement>('[data-mark]') : null;
    const next = place && target(place, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function target(place: SVGAElement, key: string): SVGAElement | undefined {
    if (key === 'Home') return places()[0];
    if (key === 'End') return places().at(-1);
    const [right, down] = directions[key] ?? [0, 0];
    if (right === 0 && down === 0) return undefined;
    const from = middle(place);
    let [nearest, least]: [SVGAElement | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
    for (const other of places()) {
      const to = middle(other);
      const along = (to.x - from.x) * right + (to.y - from.y) * down;
      const aside = Math.abs((to.x - from.x) * down) + Math.abs((to.y - from.y) * right);
      // Within a quarter turn of the direction.
      if (other === place || along <= 0 || aside > along) continue;
      if (along + aside < least) [nearest, least] = [other, along + aside];
    }
    return nearest;
  }

  // Places come and go as data refreshes: whichever is new must not become a second stop.
  const observer = new MutationObserver(() => only(current?.isConnected ? current : places()[0]));
  observer.observe(map, { childList: true, subtree: true });
  map.addEventListener('focusin', focused);
  map.addEventListener('keydown', pressed);
  only(places()[0]);
  return () => {
    observer.disconnect();
    map.removeEventListener('focusin', focused);
    map.removeEventListener('keydown', pressed);
  };
}

const directions: Record<string, [right: number, down: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

function middle(place: SVGAElement): { x: number; y: number } {
  const { left, right, top, bottom } = (place.querySelector('[data-point]') ?? place).getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
