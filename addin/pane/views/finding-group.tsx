import type { FindingGroup, FindingView } from '../../../desk/reports.ts';
import { isBusy } from '../actions/run-task.ts';
import { CONFIRM_WORDS } from '../confirm-words.ts';
import { FINDINGS_PAGE, pageFrom } from '../paging.ts';
import type { Pane } from '../pane-view.ts';
import { QUICK_FIX_WORDS } from '../quick-fix-words.ts';
import { visibleText } from '../visible-text.ts';
import { WORDS } from '../words.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { findingPlace } from './finding-place.ts';
import { Pager } from './pager.tsx';
import { QuickFixGroup } from './quick-fix.tsx';
import { SEVERITY_WORDS, SeveritySymbol } from './severity.tsx';

/** All findings of one rule: a line to open, then page by page. */
export function FindingGroupView({ pane, group }: { pane: Pane; group: FindingGroup }) {
  const { state, actions, t, n } = pane;
  const open = state.openGroups.has(group.code);
  const page = pageFrom(group.findings, state.pages.get(group.code) ?? 0, FINDINGS_PAGE);
  const bodyId = `sosach-group-${group.code}`;
  return (
    <li class="ss-group">
      <button
        type="button"
        class="ss-group-head"
        aria-expanded={open}
        {...(open ? { 'aria-controls': bodyId } : {})}
        onClick={() => actions.sheet.toggleGroup(group.code)}
      >
        <SeveritySymbol severity={group.severity} />
        <span class="ss-group-title">
          <span class="ss-unseen">{t(SEVERITY_WORDS[group.severity])}: </span>
          {t(group.title)}
        </span>
        <span class="ss-group-count">{n(group.findings.length)}</span>
        <span class="ss-chevron" aria-hidden="true">
          ›
        </span>
      </button>
      <QuickFixGroup pane={pane} group={group} />
      {open && (
        <div class="ss-group-body" id={bodyId}>
          <p class="ss-small">
            {t(SEVERITY_WORDS[group.severity])}
            {group.fixable > 0 && ` · ${t(WORDS.fixableInGroup, { count: group.fixable })}`}
            {group.citation !== '' && ` · ${t(WORDS.citation, { citation: group.citation })}`}
          </p>
          {group.fixable > group.safe && (
            <button type="button" class="ss-quiet" onClick={() => actions.showFixesOf(group.code)}>
              {t(QUICK_FIX_WORDS.quickAsk, { count: group.fixable - group.safe })}
            </button>
          )}
          <ConfirmForm pane={pane} group={group} />
          <ul class="ss-plain-list">
            {page.items.map((view, place) => (
              <FindingLine key={page.first + place} pane={pane} group={group} view={view} index={page.first + place} />
            ))}
          </ul>
          <Pager pane={pane} list={group.code} page={page} total={group.findings.length} />
        </div>
      )}
    </li>
  );
}

interface FindingLineProps {
  readonly pane: Pane;
  readonly group: FindingGroup;
  readonly view: FindingView;
  readonly index: number;
}

function FindingLine({ pane, group, view, index }: FindingLineProps) {
  const { state, actions, t } = pane;
  const current = state.current?.code === group.code && state.current.index === index;
  const { value, severity } = view.finding;
  const place = findingPlace(pane, view);
  return (
    <li class="ss-finding-line">
      <button
        type="button"
        class="ss-finding"
        aria-current={current ? 'true' : undefined}
        onClick={() => void actions.sheet.selectFinding({ code: group.code, index })}
      >
        <span class="ss-finding-place">{place}</span>
        {value !== '' && <span class="ss-finding-value">{visibleText(value)}</span>}
        <span class="ss-finding-message">{t(view.message)}</span>
      </button>
      {severity === 'query' && group.findings.length > 1 && (
        <button
          type="button"
          class="ss-quiet"
          aria-label={t(CONFIRM_WORDS.confirmPlace, { place })}
          aria-disabled={isBusy(state)}
          onClick={() => void actions.confirm.confirm([view])}
        >
          <span aria-hidden="true">✓ </span>
          {t(CONFIRM_WORDS.confirmOne)}
        </button>
      )}
    </li>
  );
}
