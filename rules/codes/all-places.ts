import { makePlaceTables } from './make-place-tables.ts';
import type { PlaceTables } from './place-table.ts';
import { PLACES as PLACES_01 } from './tables/places/01.ts';
import { PLACES as PLACES_04 } from './tables/places/04.ts';
import { PLACES as PLACES_08 } from './tables/places/08.ts';
import { PLACES as PLACES_11 } from './tables/places/11.ts';
import { PLACES as PLACES_12 } from './tables/places/12.ts';
import { PLACES as PLACES_14 } from './tables/places/14.ts';
import { PLACES as PLACES_15 } from './tables/places/15.ts';
import { PLACES as PLACES_19 } from './tables/places/19.ts';
import { PLACES as PLACES_20 } from './tables/places/20.ts';
import { PLACES as PLACES_22 } from './tables/places/22.ts';
import { PLACES as PLACES_24 } from './tables/places/24.ts';
import { PLACES as PLACES_25 } from './tables/places/25.ts';
import { PLACES as PLACES_31 } from './tables/places/31.ts';
import { PLACES as PLACES_33 } from './tables/places/33.ts';
import { PLACES as PLACES_37 } from './tables/places/37.ts';
import { PLACES as PLACES_38 } from './tables/places/38.ts';
import { PLACES as PLACES_40 } from './tables/places/40.ts';
import { PLACES as PLACES_42 } from './tables/places/42.ts';
import { PLACES as PLACES_44 } from './tables/places/44.ts';
import { PLACES as PLACES_46 } from './tables/places/46.ts';
import { PLACES as PLACES_48 } from './tables/places/48.ts';
import { PLACES as PLACES_51 } from './tables/places/51.ts';
import { PLACES as PLACES_52 } from './tables/places/52.ts';
import { PLACES as PLACES_56 } from './tables/places/56.ts';
import { PLACES as PLACES_66 } from './tables/places/66.ts';
import { PLACES as PLACES_68 } from './tables/places/68.ts';
import { PLACES as PLACES_75 } from './tables/places/75.ts';
import { PLACES as PLACES_79 } from './tables/places/79.ts';
import { PLACES as PLACES_80 } from './tables/places/80.ts';
import { PLACES as PLACES_82 } from './tables/places/82.ts';
import { PLACES as PLACES_86 } from './tables/places/86.ts';
import { PLACES as PLACES_91 } from './tables/places/91.ts';
import { PLACES as PLACES_92 } from './tables/places/92.ts';
import { PLACES as PLACES_96 } from './tables/places/96.ts';

const TEXTS: ReadonlyMap<string, string> = new Map([
  ['01', PLACES_01],
  ['04', PLACES_04],
  ['08', PLACES_08],
  ['11', PLACES_11],
  ['12', PLACES_12],
  ['14', PLACES_14],
  ['15', PLACES_15],
  ['19', PLACES_19],
  ['20', PLACES_20],
  ['22', PLACES_22],
  ['24', PLACES_24],
  ['25', PLACES_25],
  ['31', PLACES_31],
  ['33', PLACES_33],
  ['37', PLACES_37],
  ['38', PLACES_38],
  ['40', PLACES_40],
  ['42', PLACES_42],
  ['44', PLACES_44],
  ['46', PLACES_46],
  ['48', PLACES_48],
  ['51', PLACES_51],
  ['52', PLACES_52],
  ['56', PLACES_56],
  ['66', PLACES_66],
  ['68', PLACES_68],
  ['75', PLACES_75],
  ['79', PLACES_79],
  ['80', PLACES_80],
  ['82', PLACES_82],
  ['86', PLACES_86],
  ['91', PLACES_91],
  ['92', PLACES_92],
  ['96', PLACES_96],
]);

/** Every table at once, for programs that have room for them; a page loads those of its sheet's provinces instead. */
export const ALL_PLACES: PlaceTables = makePlaceTables(TEXTS);

/** The text of one table, by code of the province of today. Throws for any other code. */
export function getPlaceText(provinceCode: string): string {
  const text = TEXTS.get(provinceCode);
  if (text === undefined) throw new Error(`no province of today has the code ${provinceCode}`);
  return text;
}
