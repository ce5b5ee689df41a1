import africa from '../../data/places/africa.json' with { type: 'json' };
import americasEurope from '../../data/places/americas-europe.json' with { type: 'json' };
import arabia from '../../data/places/arabia-iraq-afghanistan.json' with { type: 'json' };
import asia from '../../data/places/asia-pacific.json' with { type: 'json' };
import caucasus from '../../data/places/caucasus.json' with { type: 'json' };
import cityParts from '../../data/places/city-parts.json' with { type: 'json' };
import conflictTowns from '../../data/places/conflict-towns.json' with { type: 'json' };
import largeStates from '../../data/places/large-states.json' with { type: 'json' };
import levant from '../../data/places/levant.json' with { type: 'json' };
import ukraine from '../../data/places/ukraine-moldova.json' with { type: 'json' };
import worldRegions from '../../data/places/world-regions.json' with { type: 'json' };
import type { NamesInUse } from '../names/names-in-use.ts';

/** A row of data/places/: places by hand, which the tables of towns lack or know by fewer names. */
export interface CuratedRow {
  id: string;
  name: string;
  aliases: readonly string[];
  names?: NamesInUse;
  lat: number;
  lon: number;
  level: string;
  country?: string;
  admin1?: string;
  unit?: string;
}

export const curatedRows = [
  caucasus,
  levant,
  ukraine,
  arabia,
  africa,
  asia,
  americasEurope,
  largeStates,
  worldRegions,
  conflictTowns,
  cityParts,
].flat() as CuratedRow[];
