import type { FindingView } from '../../../desk/reports.ts';
import { columnHeader } from '../column-header.ts';
import type { Pane } from '../pane-view.ts';
import { WORDS } from '../words.ts';

/** `Dòng 12 · Ngày sinh`, `Cả cột Ngày sinh · 40 dòng`, or the whole sheet. */
export function findingPlace({ state, t }: Pane, view: FindingView): string {
  const header = columnHeader(state.sheet, view.column);
  if (view.finding.row !== null && view.rowNumber !== null) {
    // A row number is a name, not a quantity: it is written without grouping, as Excel does.
    return [t(WORDS.atRow, { row: String(view.rowNumber) }), header].filter(Boolean).join(' · ');
  }
  const rows = view.finding.rows?.length;
  const what = header === '' ? t(WORDS.wholeSheet) : `${t(WORDS.wholeColumn)} ${header}`;
  return rows ? `${what} · ${t(WORDS.ofRows, { rows })}` : what;
}
