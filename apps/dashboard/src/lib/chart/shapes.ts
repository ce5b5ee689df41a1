import {
  type SymbolType,
  symbol,
  symbolAsterisk,
  symbolCircle,
  symbolCross,
  symbolDiamond2,
  symbolSquare2,
  symbolTriangle,
} from 'd3-shape';
import type { EventGroup } from '../events/view.ts';

const shapes: Record<EventGroup, { type: SymbolType; size: number }> = {
  truce: { type: symbolCircle, size: 78 },
  violation: { type: symbolTriangle, size: 68 },
  fighting: { type: symbolCross, size: 62 },
  diplomacy: { type: symbolDiamond2, size: 62 },
  people: { type: symbolSquare2, size: 62 },
  other: { type: symbolAsterisk, size: 40 },
};

/** Path of a group's shape around the origin, about 10 px wide. */
export function shapePath(group: EventGroup): string {
  const { type, size } = shapes[group];
  return symbol(type, size)() ?? '';
}
