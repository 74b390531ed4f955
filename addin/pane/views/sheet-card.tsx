import type { OpenReport } from '../../../desk/reports.ts';
import type { Message } from '../../../rules/messages.ts';
import type { RecordKind } from '../../../rules/record.ts';
import type { Pane } from '../pane-view.ts';
import { WORDS } from '../words.ts';
import { ColumnMap } from './column-map.tsx';
import { UnknownColumns } from './unknown-columns.tsx';
import { WorkbookNotes } from './workbook-notes.tsx';

/** What the open sheet is, or what to do when it is not recognised. */
export function SheetCard({ pane }: { pane: Pane }) {
  const { state, actions, t } = pane;
  const { sheet } = state;
  if (state.nothingOpen) {
    return (
      <section class="ss-sheet" aria-label={t(WORDS.sheetRegion)}>
        <p class="ss-sheet-name">{t(WORDS.nothingOpen)}</p>
      </section>
    );
  }
  return (
    <section class="ss-sheet" aria-label={t(WORDS.sheetRegion)}>
      <div class="ss-sheet-text">{sheet ? <SheetText pane={pane} sheet={sheet} /> : <p>{t(WORDS.opening)}</p>}</div>
      <button
        type="button"
        class="ss-quiet ss-icon"
        title={t(WORDS.readAgain)}
        aria-label={t(WORDS.readAgain)}
        onClick={() => void actions.sheet.open()}
      >
        ⟳
      </button>
    </section>
  );
}

function SheetText({ pane, sheet }: { pane: Pane; sheet: OpenReport }) {
  const { state, t } = pane;
  if (!sheet.recognised) {
    const empty = sheet.why === 'empty';
    return (
      <>
        <p class="ss-sheet-name">
          <span aria-hidden="true">○ </span>
          {t(empty ? WORDS.sheetEmpty : WORDS.sheetUnknown, { sheet: sheet.sheetName })}
        </p>
        <p class="ss-small">{t(empty ? WORDS.sheetEmptyNext : WORDS.sheetUnknownNext)}</p>
        {sheet.likelyHeader && <UnknownColumns pane={pane} header={sheet.likelyHeader} />}
      </>
    );
  }
  return (
    <>
      <p class="ss-sheet-name">
        <span class="ss-ok" aria-hidden="true">
          ●{' '}
        </span>
        {t(RECORD_WORDS[sheet.layout.record])}
      </p>
      <p class="ss-small">{t(WORDS.sheetRows, { rows: sheet.rows, sheet: sheet.sheetName })}</p>
      <p class="ss-small">
        {sheet.identity ? t(WORDS.sheetUnit, { unit: sheet.identity.unitName }) : t(WORDS.sheetNoUnit)}
      </p>
      <WorkbookNotes pane={pane} kind={sheet.layout.record} />
      {sheet.protected && (
        <p class="ss-banner ss-banner-warning">
          <span aria-hidden="true">⚠ </span>
          {t(WORDS.sheetProtected)}
        </p>
      )}
      <ColumnMap pane={pane} sheet={sheet} />
      {state.check === null && sheet.rows === 0 && <p class="ss-small">{t(WORDS.sheetEmptyNext)}</p>}
    </>
  );
}

const RECORD_WORDS = {
  student: WORDS.sheetStudent,
  staff: WORDS.sheetStaff,
  results: WORDS.sheetResults,
} as const satisfies Record<RecordKind, Message>;
