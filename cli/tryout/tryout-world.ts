/**
 * The one invented world of every try-out: server, simulated service, demo and workbench must name the same people, or
 * nobody's number is found.
 */
export const TRYOUT_WORLD = {
  /** This seed's first community lies in Đắk Lắk, where names with apostrophes and of one word are at home. */
  seed: 'thu-nghiem-35',
  /** Size of the register. It costs about a second of start-up; one person in five is a pupil of grades 6 to 9. */
  citizens: 60_000,
  /** The longest roster whose people are all in the register, beginning with the first. */
  maxRows: 10_000,
  /** Calls a second that the simulated service grants: 500 rows in batches of 50 take about two seconds. */
  ratePerSecond: 5,
  latencyMs: 40,
  /** First calendar year of the school year whose classes the rosters show. */
  schoolYear: 2026,
} as const;
