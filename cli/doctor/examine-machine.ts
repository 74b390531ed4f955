import { statfsSync } from 'node:fs';
import type { StoreFacts } from '../../server/store/inspect-store.ts';
import { type DoctorLine, doctorLine } from './doctor-lines.ts';

const MEGABYTE = 1e6;
/** Below this the next large push may be the one that cannot be written. */
const DISK_FULL_BYTES = 100 * MEGABYTE;
/** Room for a year of a school's work, where twice the database is less. */
const DISK_LOW_BYTES = 1000 * MEGABYTE;
/** The units it knows are of this day: an earlier clock stands at a factory's date, as after a dead battery. */
const EARLIEST = Date.UTC(2025, 6, 1);
/** Clocks that NTP holds differ by less; a wrong zone or day by far more. */
const TOLERANCE_MS = 5 * 60_000;

/** The disk under the data folder, for a store and its backup. */
export function examineDisk(dataDir: string, facts: StoreFacts | undefined): DoctorLine {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = bavail * bsize;
  const wanted = Math.max(DISK_LOW_BYTES, 2 * (facts?.bytes ?? 0));
  const params = { megabytes: String(Math.floor(free / MEGABYTE)), wanted: String(Math.ceil(wanted / MEGABYTE)) };
  if (free < DISK_FULL_BYTES) return doctorLine('disk-full', params);
  return doctorLine(free < wanted ? 'disk-low' : 'disk-free', params);
}

/** Whether it can be as late as the clock says. `now` in milliseconds since 1970. */
export function examineClock(now: number, facts: StoreFacts | undefined): DoctorLine {
  const newest = Math.max(EARLIEST, facts?.newestEventAt ?? 0);
  const params = { now: new Date(now).toISOString(), newest: new Date(newest).toISOString() };
  return doctorLine(now + TOLERANCE_MS < newest ? 'clock-behind' : 'clock-plausible', params);
}
