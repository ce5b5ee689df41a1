/** Units of every map, whatever it shows: its frame, and what is seen of it, are 4 to 3. */
export const frameSize = { width: 1_000, height: 750 } as const;

/** Units of the picture, in which words and marks have their sizes. */
export const pictureSize = { width: 800, height: 600 } as const;

const ratio = frameSize.height / frameSize.width;

/** What is seen of a frame, in its units: the upper left corner and the width. The height follows. */
export interface Viewport {
  x: number;
  y: number;
  width: number;
}

/** The narrowest that can be seen: borders are drawn to about 5 km, and more would pretend to more. */
const narrowest = 25;

export const whole: Viewport = { x: 0, y: 0, width: frameSize.width };

/** The nearest viewport that lies within the frame. */
export function clamped({ x, y, width }: Viewport): Viewport {
  const wide = Math.min(frameSize.width, Math.max(narrowest, width));
  return {
    x: Math.min(frameSize.width - wide, Math.max(0, x)),
    y: Math.min(frameSize.height - wide * ratio, Math.max(0, y)),
    width: wide,
  };
}

/** The viewport around points with room about them, not narrower than a width; the whole frame without any. */
export function around(points: readonly { x: number; y: number }[], least: number): Viewport {
  if (points.length === 0) return whole;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.max(least, (right - left) * 1.3, ((bottom - top) * 1.3) / ratio);
  return clamped({ x: (left + right - width) / 2, y: (top + bottom - width * ratio) / 2, width });
}

/** Zooms by a factor (above 1: closer), keeping a point of the picture, given in shares of its size, where it is. */
export function zoomed(view: Viewport, factor: number, share = { x: 0.5, y: 0.5 }): Viewport {
  const { width } = clamped({ ...view, width: view.width / factor });
  const lost = view.width - width;
  return clamped({ x: view.x + lost * share.x, y: view.y + lost * ratio * share.y, width });
}

/** Moves by shares of what is seen. */
export function panned(view: Viewport, right: number, down: number): Viewport {
  return clamped({
    ...view,
    x: view.x + right * view.width,
    y: view.y + down * view.width * ratio,
  });
}

/** Picture units per frame unit. */
export function scaleOf({ width }: Viewport): number {
  return pictureSize.width / width;
}

/** Where a point of the frame is in the picture. */
export function inPicture(view: Viewport, { x, y }: { x: number; y: number }): { x: number; y: number } {
  const scale = scaleOf(view);
  return { x: (x - view.x) * scale, y: (y - view.y) * scale };
}

/** Whether a point of the picture is seen. */
export function isSeen({ x, y }: { x: number; y: number }): boolean {
  return x >= 0 && x <= pictureSize.width && y >= 0 && y <= pictureSize.height;
}

/** A round length for the scale bar, at most a quarter of the picture: in km, and in units of the picture. */
export function scaleBar(view: Viewport, kmPerUnit: number): { km: number; width: number } {
  const most = (view.width / 4) * kmPerUnit;
  const ten = 10 ** Math.floor(Math.log10(most));
  const km = ([5, 2, 1].find((step) => step * ten <= most) ?? 1) * ten;
  return { km, width: (km / kmPerUnit) * scaleOf(view) };
}
