import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  around,
  clamped,
  frameSize,
  inPicture,
  panned,
  pictureSize,
  scaleBar,
  type Viewport,
  whole,
  zoomed,
} from './viewport.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const views = fc
  .record({ x: number(-500, 1_500), y: number(-500, 1_500), width: number(1, 2_000) })
  .map(clamped);

const isWithin = ({ x, y, width }: Viewport) =>
  x >= 0 && y >= -1e-9 && x + width <= frameSize.width + 1e-9 && y + width * 0.75 <= frameSize.height + 1e-9;

describe('what is seen of a map', () => {
  it('never leaves the frame, however it is zoomed and moved', () => {
    fc.assert(
      fc.property(views, number(0.1, 10), number(-2, 2), number(-2, 2), (view, factor, right, down) => {
        expect(isWithin(zoomed(view, factor))).toBe(true);
        expect(isWithin(panned(view, right, down))).toBe(true);
      }),
    );
  });

  it('keeps the point under the pointer where it is, as long as the frame has room', () => {
    const view = { x: 300, y: 300, width: 200 };
    const point = { x: 350, y: 400 };
    const at = inPicture(view, point);
    const share = { x: at.x / pictureSize.width, y: at.y / pictureSize.height };
    const after = inPicture(zoomed(view, 2, share), point);
    expect(after.x).toBeCloseTo(at.x);
    expect(after.y).toBeCloseTo(at.y);
  });

  it('has every point in it that it was made around', () => {
    const point = fc.record({ x: number(0, frameSize.width), y: number(0, frameSize.height) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1 }), (points) => {
        const view = around(points, 100);
        expect(isWithin(view)).toBe(true);
        for (const one of points) {
          const { x, y } = inPicture(view, one);
          expect(x).toBeGreaterThanOrEqual(-1e-6);
          expect(x).toBeLessThanOrEqual(pictureSize.width + 1e-6);
          expect(y).toBeGreaterThanOrEqual(-1e-6);
          expect(y).toBeLessThanOrEqual(pictureSize.height + 1e-6);
        }
      }),
    );
    expect(around([], 100)).toEqual(whole);
  });

  it('has a scale bar of a round length that fits', () => {
    expect(scaleBar(whole, 1)).toEqual({ km: 200, width: 160 });
    fc.assert(
      fc.property(views, number(0.05, 40), (view, kmPerUnit) => {
        const { km, width } = scaleBar(view, kmPerUnit);
        expect(String(km).replace(/[.0]/g, '')).toMatch(/^[125]$/);
        expect(width).toBeLessThanOrEqual(pictureSize.width / 4 + 1e-6);
        expect(width).toBeGreaterThan(pictureSize.width / 11);
      }),
    );
  });
});
