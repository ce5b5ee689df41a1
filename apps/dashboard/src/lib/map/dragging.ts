/** What a pointer or a wheel asks of a map; lengths are shares of the picture. */
export interface MapGestures {
  pan(right: number, down: number): void;
  zoom(factor: number, share: { x: number; y: number }): void;
}

/** Pixels that a pointer may move and still click. */
const steady = 5;

/**
 * Lets a pointer move the map and two fingers, or the wheel with Ctrl, zoom it. One finger and the wheel alone scroll
 * the page, so that nobody is caught in the map.
 */
export function dragging(gestures: MapGestures) {
  return (map: Element): (() => void) => {
    const pointers = new Map<number, PointerEvent>();
    let wasMoved = false;

    const box = () => map.getBoundingClientRect();
    const shareOf = (x: number, y: number) => {
      const { left, top, width, height } = box();
      return { x: (x - left) / width, y: (y - top) / height };
    };

    function down(event: PointerEvent) {
      if (pointers.size === 0) wasMoved = false;
      pointers.set(event.pointerId, event);
    }

    function move(event: PointerEvent) {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const [first, second] = pointers.values();
      if (pointers.size === 1 && event.pointerType !== 'touch') {
        const far = Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
        if (!wasMoved && far < steady) return;
        wasMoved = true;
        map.setPointerCapture(event.pointerId);
        const { width, height } = box();
        gestures.pan((before.clientX - event.clientX) / width, (before.clientY - event.clientY) / height);
      } else if (first && second) {
        wasMoved = true;
        pinch(before, event, before === first ? second : first);
      }
      pointers.set(event.pointerId, event);
    }

    function pinch(before: PointerEvent, after: PointerEvent, other: PointerEvent) {
      const apart = (one: PointerEvent) =>
        Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      const { width, height } = box();
      gestures.pan(
        (before.clientX - after.clientX) / 2 / width,
        (before.clientY - after.clientY) / 2 / height,
      );
      const share = shareOf((after.clientX + other.clientX) / 2, (after.clientY + other.clientY) / 2);
      gestures.zoom(apart(after) / Math.max(1, apart(before)), share);
    }

    function up(event: PointerEvent) {
      pointers.delete(event.pointerId);
    }

    // A click at the end of a drag would follow the link of the place that it began on.
    function clicked(event: Event) {
      if (!wasMoved) return;
      event.preventDefault();
      event.stopPropagation();
      wasMoved = false;
    }

    function wheel(event: WheelEvent) {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      gestures.zoom(2 ** (-event.deltaY / 200), shareOf(event.clientX, event.clientY));
    }

    const nothing = (event: Event) => event.preventDefault();
    const on = new AbortController();
    const { signal } = on;
    const listen = (name: string, listener: (event: never) => void, options = {}) =>
      map.addEventListener(name, listener as EventListener, { signal, ...options });
    listen('pointerdown', down);
    listen('pointermove', move);
    listen('pointerup', up);
    listen('pointercancel', up);
    listen('click', clicked, { capture: true });
    listen('wheel', wheel, { passive: false });
    listen('dragstart', nothing);
    return () => on.abort();
  };
}
