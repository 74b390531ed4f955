import type { CheckReport, FindingView } from '../../desk/reports.ts';
import type { FindingPosition } from './pane-state.ts';

/** Undefined when a newer check has fewer findings. */
export function findFinding(report: CheckReport, position: FindingPosition): FindingView | undefined {
  return report.groups.find((group) => group.code === position.code)?.findings[position.index];
}

/** Place of a finding among all, counted from 0 in the order they are listed. */
export function flatPosition(report: CheckReport, position: FindingPosition): number {
  let before = 0;
  for (const group of report.groups) {
    if (group.code === position.code) return before + position.index;
    before += group.findings.length;
  }
  return 0;
}

/** The finding that stands at a flat place; `place` must be below the number of findings. */
export function positionAt(report: CheckReport, place: number): FindingPosition {
  let left = place;
  for (const group of report.groups) {
    if (left < group.findings.length) return { code: group.code, index: left };
    left -= group.findings.length;
  }
  throw new RangeError(`no finding at ${place}`);
}
