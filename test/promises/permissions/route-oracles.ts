import type { RouteId } from '../../../contract/routes.ts';
import type { RouteOracle } from './route-oracle.ts';
import { ROW_ORACLES } from './row-oracles.ts';
import { SESSION_ORACLES } from './session-oracles.ts';
import { UNIT_ORACLES } from './unit-oracles.ts';

/** Every route of the contract; one without an entry here does not compile. */
export const ROUTE_ORACLES: Readonly<Record<RouteId, RouteOracle>> = {
  ...SESSION_ORACLES,
  ...ROW_ORACLES,
  ...UNIT_ORACLES,
};
