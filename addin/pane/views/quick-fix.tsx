import type { FindingGroup } from '../../../desk/reports.ts';
import { findRule } from '../../../rules/catalogue.ts';
import { isBusy } from '../actions/run-task.ts';
import { pageFrom, QUICK_LIST, QUICK_PAGE } from '../paging.ts';
import type { QuickFix } from '../pane-state.ts';
import type { Pane } from '../pane-view.ts';
import { QUICK_FIX_WORDS } from '../quick-fix-words.ts';
import { WORDS } from '../words.ts';
import { BeforeAfter, Remember } from './fix-group.tsx';
import { Pager } from './pager.tsx';

/** At the head of the report: everything that is safe in bulk, whichever rule it comes from. */
export function QuickFixAll({ pane, count }: { pane: Pane; count: number }) {
  if (count === 0) return null;
  return <QuickFixPart pane={pane} code={null} words={pane.t(QUICK_FIX_WORDS.quickAll, { count })} />;
}

/** In the group of one rule: what of it is safe in bulk, under the name of the work. */
export function QuickFixGroup({ pane, group }: { pane: Pane; group: FindingGroup }) {
  if (group.safe === 0) return null;
  const words = findRule(group.code)?.bulkFix ?? QUICK_FIX_WORDS.quickPlain;
  return <QuickFixPart pane={pane} code={group.code} words={pane.t(words, { count: group.safe })} />;
}

interface QuickFixPartProps {
  readonly pane: Pane;
  readonly code: string | null;
  readonly words: string;
}

/** Two presses in one place: the first shows what would change, the second changes it. */
function QuickFixPart({ pane, code, words }: QuickFixPartProps) {
  const { state, actions } = pane;
  const { quick } = state.fix;
  const open = quick?.code === code;
  return (
    <div class="ss-quick">
      <button
        type="button"
        class="ss-button"
        aria-expanded={open}
        {...(open ? { 'aria-controls': 'sosach-quick' } : {})}
        aria-disabled={isBusy(state)}
        onClick={() => void actions.fix.previewQuick(code)}
      >
        {words}
      </button>
      {open && <Preview pane={pane} quick={quick} />}
    </div>
  );
}

function Preview({ pane, quick: { code, proposals } }: { pane: Pane; quick: QuickFix }) {
  const { state, actions, t } = pane;
  const cells = proposals.flatMap((proposal) => proposal.cells);
  const count = cells.length;
  const page = pageFrom(cells, state.pages.get(QUICK_LIST) ?? 0, QUICK_PAGE);
  return (
    <div class="ss-quick-preview" id="sosach-quick" tabIndex={-1}>
      <p>{t(QUICK_FIX_WORDS.quickWill, { count })}</p>
      <ul class="ss-plain-list">
        {page.items.map((cell) => (
          <li key={`${cell.rowId} ${cell.field}`}>
            <BeforeAfter pane={pane} cell={cell} />
          </li>
        ))}
      </ul>
      <Pager pane={pane} list={QUICK_LIST} page={page} total={count} />
      {code !== null && <Remember pane={pane} code={code} />}
      <div class="ss-actions">
        <button
          type="button"
          class="ss-button ss-primary"
          aria-disabled={count === 0 || isBusy(state)}
          onClick={() => void actions.fix.applyQuick()}
        >
          {t(QUICK_FIX_WORDS.quickConfirm, { count })}
        </button>
        <button type="button" class="ss-quiet" onClick={() => void actions.fix.previewQuick(code)}>
          {t(WORDS.notNow)}
        </button>
      </div>
    </div>
  );
}
