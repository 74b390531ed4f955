import type { FixProposal, ProposedCell } from '../../../desk/reports.ts';
import { getRule } from '../../../rules/catalogue.ts';
import { cellText } from '../../../rules/cell.ts';
import type { Message } from '../../../rules/messages.ts';
import { columnHeader } from '../column-header.ts';
import { PROPOSALS_PAGE, pageFrom } from '../paging.ts';
import type { Pane } from '../pane-view.ts';
import { RECIPE_WORDS } from '../recipe-words.ts';
import { visibleText } from '../visible-text.ts';
import { WORDS } from '../words.ts';
import { Pager } from './pager.tsx';

/** A proposal may change a whole column: its first cells stand for the rest. */
const CELLS_SHOWN = 3;

interface FixGroupProps {
  readonly pane: Pane;
  readonly code: string;
  readonly title: Message;
  readonly proposals: readonly FixProposal[];
}

/** The proposals of one rule under one tick box. */
export function FixGroup({ pane, code, title, proposals }: FixGroupProps) {
  const { state, actions, t, n } = pane;
  const { ticked } = state.fix;
  const count = proposals.reduce((sum, proposal) => sum + (ticked.has(proposal.id) ? 1 : 0), 0);
  const list = `fix ${code}`;
  const page = pageFrom(proposals, state.pages.get(list) ?? 0, PROPOSALS_PAGE);
  const headingId = `sosach-fix-${code}`;
  return (
    <section class="ss-fix-group" aria-labelledby={headingId}>
      <h2 class="ss-fix-head" id={headingId}>
        <label>
          <input
            type="checkbox"
            aria-label={t(WORDS.tickGroup, { title: t(title) })}
            checked={count === proposals.length}
            ref={(box) => {
              if (box) box.indeterminate = count > 0 && count < proposals.length;
            }}
            onChange={(event) => actions.fix.tick(proposals, event.currentTarget.checked)}
          />
          <span>{t(title)}</span>
        </label>
        <span class="ss-group-count">
          {n(count)}/{n(proposals.length)}
        </span>
      </h2>
      <ul class="ss-plain-list">
        {page.items.map((proposal) => (
          <ProposalLine key={proposal.id} pane={pane} proposal={proposal} />
        ))}
      </ul>
      <Pager pane={pane} list={list} page={page} total={proposals.length} />
      <Remember pane={pane} code={code} />
    </section>
  );
}

/** Beside what is mended now: the same again next time, without asking. */
export function Remember({ pane, code }: { pane: Pane; code: string }) {
  const { state, actions, t } = pane;
  const title = t(getRule(code).title);
  if (state.recipe.recipe.fixes.some((fix) => fix.code === code && fix.field === undefined)) {
    return (
      <p class="ss-remember">
        <span aria-hidden="true">✓</span>
        {t(RECIPE_WORDS.remembered)}
      </p>
    );
  }
  return (
    <label class="ss-remember">
      <input
        type="checkbox"
        aria-label={t(RECIPE_WORDS.rememberGroup, { title })}
        checked={state.fix.remember.has(code)}
        onChange={(event) => actions.fix.remember(code, event.currentTarget.checked)}
      />
      <span>{t(RECIPE_WORDS.remember)}</span>
    </label>
  );
}

function ProposalLine({ pane, proposal }: { pane: Pane; proposal: FixProposal }) {
  const { state, actions, t } = pane;
  const shown = proposal.cells.slice(0, CELLS_SHOWN);
  const more = proposal.cells.length - shown.length;
  return (
    <li class="ss-proposal">
      <label>
        <input
          type="checkbox"
          checked={state.fix.ticked.has(proposal.id)}
          onChange={(event) => actions.fix.tick([proposal], event.currentTarget.checked)}
        />
        <span class="ss-proposal-text">
          {shown.map((cell) => (
            <BeforeAfter key={`${cell.rowId} ${cell.field}`} pane={pane} cell={cell} />
          ))}
          {more > 0 && <span class="ss-small">{t(WORDS.moreCells, { count: more })}</span>}
          <span class="ss-small">
            {proposal.safe && (
              <span class="ss-safe">
                <span aria-hidden="true">✓ </span>
                {t(WORDS.safeFix)}
                {' · '}
              </span>
            )}
            {t(proposal.reason)}
          </span>
        </span>
      </label>
    </li>
  );
}

/** Where a cell stands, and what it is before and after. */
export function BeforeAfter({ pane, cell }: { pane: Pane; cell: ProposedCell }) {
  const { state, t } = pane;
  return (
    <span class="ss-change">
      <span class="ss-finding-place">
        {t(WORDS.atRow, { row: String(cell.rowNumber) })} · {columnHeader(state.sheet, cell.field)}
      </span>
      <Change pane={pane} before={cellText(cell.before)} after={cellText(cell.after)} />
    </span>
  );
}

/** `before → after`, with the words read out that sighted people take from the arrow and the strike-through. */
export function Change({ pane: { t }, before, after }: { pane: Pane; before: string; after: string }) {
  return (
    <span class="ss-change-values">
      <span class="ss-unseen">{t(WORDS.before)}: </span>
      <del>{before === '' ? t(WORDS.blank) : visibleText(before)}</del>
      <span aria-hidden="true"> → </span>
      <span class="ss-unseen">{t(WORDS.after)}: </span>
      <ins>{after === '' ? t(WORDS.blank) : visibleText(after)}</ins>
    </span>
  );
}
