import { feasts } from '@trucewatch/schema';

/** Feasts and other occasions, which a truce is called by. Two of them make one: "Orthodox Easter". */
export const occasions: ReadonlySet<string> = new Set([
  ...feasts,
  ...'olympic pilgrimage election referendum census exam funeral vaccination polio ebola pandemic coronavirus covid harvest sowing planting winter flood earthquake quake cyclone typhoon hurricane tsunami drought'.split(
    ' ',
  ),
]);
