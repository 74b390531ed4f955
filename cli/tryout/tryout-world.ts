/**
 * The one invented world of every try-out: server, simulated service, demo and workbench must name the same people, or
 * nobody's number is found.
 */
export const TRYOUT_WORLD = {
  /** This seed's first community lies in Đắk Lắk, where names with apostrophes and of one word are at home. */
  seed: 'thu-nghiem-35',
  /** Size of the register: about two seconds of start-up on a school's computer would be the next tenfold. */
  citizens: 20_000,
  /** Calls a second that the simulated service grants: 500 rows in batches of 50 take about two seconds. */
  ratePerSecond: 5,
  latencyMs: 40,
  /** First calendar year of the school year whose classes the rosters show. */
  schoolYear: 2026,
} as const;
