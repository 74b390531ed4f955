import type { PopulationAdapter } from './population-adapter.ts';

/** What stands in while no population service is configured: every row says so, and is asked once there is one. */
export const UNCONFIGURED_ADAPTER_ID = 'unconfigured';

export const unconfiguredAdapter: PopulationAdapter = {
  id: UNCONFIGURED_ADAPTER_ID,
  register: 'national',
  batchSize: 1000,
  ratePerSecond: 1,
  ask: async (claims) => claims.map(({ requestId }) => ({ requestId, transport: 'refused-config' })),
};
