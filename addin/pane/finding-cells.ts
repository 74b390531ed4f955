import type { FindingView } from '../../desk/reports.ts';

/** How many cells findings speak of: a finding about a column, of one in each row that it names. */
export function cellsOf(views: readonly FindingView[]): number {
  return views.reduce((sum, { finding }) => sum + (finding.row === null ? (finding.rows?.length ?? 1) : 1), 0);
}
