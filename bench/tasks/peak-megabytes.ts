/** The largest this process ever was in memory, in units of 2^20 bytes. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
