import { pageFrom } from '../../addin/pane/paging.ts';
import { WORDS as PANE_WORDS } from '../../addin/pane/words.ts';
import type { Campaign } from '../../contract/schemas/campaign.ts';
import type { Console } from '../console-view.ts';
import type { KindLine, SchoolLine } from '../school-line.ts';
import { chooseSchools, FILTERS, type Filter, isIn, SORT_KEYS, totals } from '../school-table.ts';
import { instantWords } from '../show-instant.ts';
import { STAGE_SYMBOLS } from '../stage-symbols.ts';
import { CONSOLE_WORDS as WORDS } from '../words.ts';
import { DeadlineNote } from './deadline-note.tsx';

/** Schools drawn at once: a province has 2,000, and a table of so many cells is slow on an office computer. */
const SCHOOLS_A_PAGE = 100;

interface SchoolTableProps {
  readonly page: Console;
  readonly campaign: Campaign;
  readonly lines: readonly SchoolLine[];
}

/** How far each school has come: searched, filtered, sorted, with totals. */
export function SchoolTable({ page, campaign, lines }: SchoolTableProps) {
  const { state, t, n } = page;
  const { table, progress } = state;
  const shown = chooseSchools(lines, table);
  const part = pageFrom(shown, state.tablePage, SCHOOLS_A_PAGE);
  const loading = state.work.get('progress');
  const partial = lines.length < campaign.unitCount && loading !== undefined;
  return (
    <section class="cs-progress" aria-labelledby="cs-progress">
      <h3 id="cs-progress">{t(WORDS.progress)}</h3>
      <div class="cs-tools">
        <label>
          {t(WORDS.filterBy)}
          <select
            value={table.filter}
            onChange={(event) => page.campaign.choose({ filter: event.currentTarget.value as Filter })}
          >
            {FILTERS.map((filter) => (
              <option key={filter} value={filter}>
                {t(WORDS.filter[filter])} ({n(lines.filter((line) => isIn(filter, line)).length)})
              </option>
            ))}
          </select>
        </label>
        <label>
          {t(WORDS.searchTable)}
          <input
            type="search"
            value={table.search}
            onInput={(event) => page.campaign.choose({ search: event.currentTarget.value })}
          />
        </label>
        <button
          type="button"
          class="ss-button"
          aria-disabled={loading !== undefined}
          onClick={() => void page.load.loadProgress()}
        >
          {t(WORDS.reload)}
        </button>
        <p class="ss-small">
          {progress && t(WORDS.loadedAt, { at: t(instantWords(progress.loadedAt)) })}
          <span aria-live="polite"> · {t(WORDS.shownCount, { count: n(shown.length), total: n(lines.length) })}</span>
        </p>
      </div>
      {partial && (
        <p role="status">
          <progress aria-label={t(WORDS.progress)} max={campaign.unitCount} value={lines.length} />{' '}
          {t(WORDS.loadingSchools, { count: n(lines.length), total: n(campaign.unitCount) })}
        </p>
      )}
      {lines.length > 0 && shown.length === 0 && <p>{t(WORDS.noneShown)}</p>}
      {shown.length > 0 && <Table page={page} campaign={campaign} lines={part.items} shown={shown} />}
      {part.pages > 1 && (
        <nav class="ss-actions" aria-label={t(WORDS.progress)}>
          <button
            type="button"
            class="ss-button"
            disabled={part.page === 0}
            onClick={() => page.campaign.turnTo(part.page - 1)}
          >
            {t(PANE_WORDS.previousPage)}
          </button>
          <span>
            {t(PANE_WORDS.pageRange, {
              from: part.first + 1,
              to: part.first + part.items.length,
              total: shown.length,
            })}
          </span>
          <button
            type="button"
            class="ss-button"
            disabled={part.page === part.pages - 1}
            onClick={() => page.campaign.turnTo(part.page + 1)}
          >
            {t(PANE_WORDS.nextPage)}
          </button>
        </nav>
      )}
    </section>
  );
}

interface TableProps extends SchoolTableProps {
  /** All that the filter leaves, of which `lines` are one page: the totals count them. */
  readonly shown: readonly SchoolLine[];
}

function Table({ page, campaign, lines, shown }: TableProps) {
  const { state, t, n } = page;
  const { table } = state;
  const several = new Set(campaign.parts.map(({ kind }) => kind)).size > 1;
  const sum = totals(shown);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1)
    <section class="cs-scroll" aria-label={t(WORDS.tableScrolls)} tabIndex={0}>
      <table class="cs-table">
        <caption class="ss-unseen">{t(WORDS.progressCaption)}</caption>
        <thead>
          <tr>
            {SORT_KEYS.map((key) => (
              <th
                key={key}
                scope="col"
                class={key === 'name' ? 'cs-school' : ''}
                aria-sort={table.sort === key ? (table.descending ? 'descending' : 'ascending') : undefined}
              >
                <button type="button" class="cs-sort" onClick={() => page.campaign.sort(key)}>
                  {t(WORDS.sort[key])}
                  <span aria-hidden="true">{table.sort === key ? (table.descending ? ' ▼' : ' ▲') : ''}</span>
                </button>
              </th>
            ))}
            <th scope="col">{t(WORDS.columnDeadline)}</th>
            <th scope="col">{t(WORDS.columnActions)}</th>
          </tr>
        </thead>
        {lines.map((line) => (
          <tbody key={line.unit}>
            {line.kinds.map((kind, at) => (
              <tr key={kind.kind}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={line.kinds.length} class="cs-school">
                    {line.name}
                  </th>
                )}
                <KindCells page={page} line={line} kind={kind} several={several} campaign={campaign} />
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row" class="cs-school">
              {t(WORDS.totalRow, { count: sum.schools })}
            </th>
            <td>
              <span aria-hidden="true">{STAGE_SYMBOLS.done} </span>
              {t(WORDS.stage.done)}: {n(sum.stages.done)}
              {sum.late > 0 && <span class="cs-late cs-left">⚠ {t(WORDS.lateSchools, { count: sum.late })}</span>}
            </td>
            <td>{t(WORDS.ofSchools, { count: sum.sent })}</td>
            <td>{t(WORDS.ofSchools, { count: sum.opened })}</td>
            <td />
            <td class="cs-number">{n(sum.rows)}</td>
            <td class="cs-number">
              <Share page={page} verified={sum.verified} rows={sum.rows} />
            </td>
            <td class="cs-number">{n(sum.waiting)}</td>
            <td class="cs-number">{n(sum.stays)}</td>
            <td>{t(WORDS.ofSchools, { count: sum.pushed })}</td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface KindCellsProps {
  readonly page: Console;
  readonly campaign: Campaign;
  readonly line: SchoolLine;
  readonly kind: KindLine;
  readonly several: boolean;
}

function KindCells({ page, campaign, line, kind, several }: KindCellsProps) {
  const { t, n } = page;
  return (
    <>
      <td>
        {several && <strong class="cs-kind">{t(WORDS.kind[kind.kind])}</strong>}
        <span class={`cs-stage cs-stage-${kind.stage}`}>
          <span aria-hidden="true">{STAGE_SYMBOLS[kind.stage]} </span>
          {t(WORDS.stage[kind.stage])}
        </span>
      </td>
      <td>
        <Instant page={page} at={kind.sentAt} />
      </td>
      <td>
        <Instant page={page} at={kind.openedAt} />
      </td>
      <td>
        {kind.version === null ? '–' : t(WORDS.version, { version: kind.version })}
        {kind.outdated && <span class="cs-late cs-left">⚠ {t(WORDS.outdated)}</span>}
      </td>
      <td class="cs-number">{n(kind.rows)}</td>
      <td class="cs-number">
        <Share page={page} verified={kind.verified} rows={kind.rows} />
        {kind.awaitingNumber > 0 && (
          <span class="cs-dim cs-left">{t(WORDS.awaitingNumber, { count: kind.awaitingNumber })}</span>
        )}
      </td>
      <td class="cs-number">{n(kind.waiting)}</td>
      <td class="cs-number">{n(kind.stays)}</td>
      <td>
        <Instant page={page} at={kind.pushedAt} />
      </td>
      <td>
        <DeadlineNote page={page} deadline={kind.deadline} done={kind.stage === 'done'} />
      </td>
      <td>
        <div class="cs-row-actions">
          <button
            type="button"
            class="ss-quiet"
            aria-label={t(WORDS.downloadOneOf, { kind: t(WORDS.kind[kind.kind]), school: line.name })}
            onClick={() => void page.campaign.downloadOne(campaign.campaignId, line.unit, kind.kind)}
          >
            {t(WORDS.downloadOne)}
          </button>
          {kind.stage !== 'done' && kind === line.kinds.find(({ stage }) => stage !== 'done') && (
            <button
              type="button"
              class="ss-quiet"
              aria-label={t(WORDS.remindOneOf, { school: line.name })}
              onClick={() => page.campaign.remind({ filter: 'all', unit: line.unit })}
            >
              {t(WORDS.remindOne)}
            </button>
          )}
        </div>
      </td>
    </>
  );
}

function Instant({ page: { t }, at }: { page: Console; at: string | null }) {
  if (at === null) return <span class="cs-dim">{t(WORDS.notYet)}</span>;
  return <time dateTime={at}>{t(instantWords(Date.parse(at)))}</time>;
}

/** Rounded down: 100% is said only when every row is verified. */
function Share({ page: { n }, verified, rows }: { page: Console; verified: number; rows: number }) {
  if (rows === 0) return <>–</>;
  return (
    <>
      {n(verified)} <span class="cs-dim">({Math.floor((100 * verified) / rows)}%)</span>
    </>
  );
}
