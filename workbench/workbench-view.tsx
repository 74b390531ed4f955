import { useEffect, useRef } from 'preact/hooks';
import { TRYOUT_CLERKS } from '../addin/pane/tryout-accounts.ts';
import { may } from '../contract/role.ts';
import { fill, type Message } from '../rules/messages.ts';
import { WORKBENCH_WORDS as WORDS } from './words.ts';
import type { Workbench } from './workbench.ts';

/** The page's bars around the grid: opening, saving, row work, sheet tabs. */
export function WorkbenchBar({ workbench }: { workbench: Workbench }) {
  const { state } = workbench.store;
  const t = (message: Message) => message[state.language];
  const { workbook } = state;
  return (
    <>
      <div class="wb-bar">
        <h1 class="wb-title">{workbook ? workbook.name : t(WORDS.title)}</h1>
        {workbook && (
          <>
            <span class="wb-saved">
              <span aria-hidden="true">{workbook.changed ? '● ' : '✓ '}</span>
              {t(workbook.changed ? WORDS.unsaved : WORDS.saved)}
            </span>
            <button
              type="button"
              class="wb-button wb-primary"
              aria-disabled={state.busy !== null}
              onClick={() => workbench.download()}
            >
              {t(WORDS.download)}
            </button>
          </>
        )}
        {workbook && <OpenButtons workbench={workbench} />}
      </div>
      {workbook && (
        <div class="wb-bar wb-rows">
          <button type="button" class="wb-button" onClick={() => workbench.insertRow()}>
            {t(WORDS.insertRow)}
          </button>
          <button type="button" class="wb-button" onClick={() => workbench.deleteRows()}>
            {t(WORDS.deleteRow)}
          </button>
          <button type="button" class="wb-button" onClick={() => workbench.sort('ascending')}>
            {t(WORDS.sortAscending)}
          </button>
          <button type="button" class="wb-button" onClick={() => workbench.sort('descending')}>
            {t(WORDS.sortDescending)}
          </button>
          <button
            type="button"
            class="wb-button"
            aria-keyshortcuts="Control+Z"
            title="Ctrl+Z"
            onClick={() => workbench.undoTyping()}
          >
            {t(WORDS.undoTyping)}
          </button>
        </div>
      )}
      {workbook && (!workbook.ours || workbook.convertedFrom !== null) && (
        <p class="wb-notice">
          <span aria-hidden="true">ⓘ </span>
          {workbook.convertedFrom === null
            ? t(WORDS.foreign)
            : fill(t(WORDS.converted), { kind: workbook.convertedFrom })}
        </p>
      )}
      <div role="status" aria-live="polite">
        {state.busy && (
          <p class="wb-notice">
            <span aria-hidden="true">… </span>
            {t(state.busy)}
          </p>
        )}
        {state.notice && (
          <p class={`wb-notice ${state.notice.kind === 'problem' ? 'wb-problem' : ''}`}>
            <span aria-hidden="true">{state.notice.kind === 'problem' ? '✖ ' : '✓ '}</span>
            {t(state.notice.message)} {state.notice.nextStep && t(state.notice.nextStep)}
          </p>
        )}
      </div>
      {workbook && <CellLine workbench={workbench} />}
      {!workbook && <Welcome workbench={workbench} />}
      {state.leaving && <LeaveDialog workbench={workbench} go={state.leaving.go} />}
    </>
  );
}

/** The selected cell with its whole text and its mark in words, as a formula bar shows it; read out as it changes. */
function CellLine({ workbench }: { workbench: Workbench }) {
  const { cell } = workbench.store.state;
  return (
    <p class="wb-cell" aria-live="polite">
      <strong>{cell?.address ?? ''}</strong>
      {cell?.mark && (
        <span class="wb-cell-mark">
          <span aria-hidden="true">{cell.mark.symbol} </span>
          {cell.mark.words}
        </span>
      )}
      <span class="wb-cell-text">{cell?.text ?? ''}</span>
      <span class="wb-small">{WORDS.keyHint[workbench.store.state.language]}</span>
    </p>
  );
}

/** What a newcomer sees first. */
function Welcome({ workbench }: { workbench: Workbench }) {
  const { state } = workbench.store;
  const t = (message: Message) => message[state.language];
  return (
    <section class="wb-welcome" aria-labelledby="wb-welcome">
      <h2 id="wb-welcome">{t(WORDS.welcome)}</h2>
      <ol>
        <li>{t(WORDS.step1)}</li>
        <li>{t(WORDS.step2)}</li>
        <li>{t(WORDS.step3)}</li>
      </ol>
      <div class="wb-choices">
        <OpenButtons workbench={workbench} />
        {!state.account && (
          <button
            type="button"
            class={`wb-button ${state.tryOut ? '' : 'wb-primary'}`}
            onClick={() => workbench.askSignIn()}
          >
            {t(WORDS.signInFirst)}
          </button>
        )}
      </div>
      <p class="wb-small">{t(WORDS.dropHere)}</p>
      {state.tryOut && !state.account && (
        <div class="wb-tryout">
          <h3>{t(WORDS.tryOutHeading)}</h3>
          <p>{t(WORDS.tryOutWhere)}</p>
          <div class="wb-choices">
            {TRYOUT_CLERKS.map((account) => (
              <button
                key={account.username}
                type="button"
                class={`wb-button ${account.role === 'clerk' ? 'wb-primary' : ''}`}
                onClick={() => workbench.signInAs(account)}
              >
                {t(account.words)}: <code>{account.username}</code>
              </button>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}

function OpenButtons({ workbench }: { workbench: Workbench }) {
  const { state } = workbench.store;
  const t = (message: Message) => message[state.language];
  const picker = useRef<HTMLInputElement>(null);
  // One thing at a time, and seen to be so: a press while something comes would be lost.
  const busy = state.busy !== null;
  const fromServer = state.account !== null && may(state.account.role, 'workbooks:read');
  return (
    <>
      {fromServer && (
        <>
          <button
            type="button"
            class={`wb-button ${state.workbook ? '' : 'wb-primary'}`}
            aria-disabled={busy}
            onClick={() => workbench.openFromServer('student')}
          >
            {t(WORDS.openStudents)}
          </button>
          <button
            type="button"
            class="wb-button"
            aria-disabled={busy}
            onClick={() => workbench.openFromServer('staff')}
          >
            {t(WORDS.openStaff)}
          </button>
          <button
            type="button"
            class="wb-button"
            aria-disabled={busy}
            onClick={() => workbench.openFromServer('results')}
          >
            {t(WORDS.openResults)}
          </button>
        </>
      )}
      <button type="button" class="wb-button" aria-disabled={busy} onClick={() => busy || picker.current?.click()}>
        {t(WORDS.openFile)}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt,.xml"
        hidden
        aria-label={t(WORDS.openFile)}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) workbench.openFile(file);
        }}
      />
    </>
  );
}

function LeaveDialog({ workbench, go }: { workbench: Workbench; go: () => void }) {
  const { state } = workbench.store;
  const t = (message: Message) => message[state.language];
  const dialog = useRef<HTMLDialogElement>(null);
  const stay = () => workbench.store.change({ leaving: null });
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="wb-dialog" aria-labelledby="wb-leave" onCancel={stay}>
      <h2 id="wb-leave">{t(WORDS.leaveHeading)}</h2>
      <p>{t(WORDS.leaveText)}</p>
      <div class="wb-choices">
        <button type="button" class="wb-button wb-primary" onClick={stay}>
          {t(WORDS.leaveStay)}
        </button>
        <button type="button" class="wb-button" onClick={go}>
          {t(WORDS.leaveGo)}
        </button>
      </div>
    </dialog>
  );
}

/** The workbook's sheets, at the foot as in Excel; nothing for a workbook of one. */
export function SheetTabs({ workbench }: { workbench: Workbench }) {
  const { workbook, language } = workbench.store.state;
  if (!workbook || workbook.sheets.length < 2) return null;
  return (
    <nav class="wb-tabs" aria-label={WORDS.sheets[language]}>
      {workbook.sheets.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === workbook.activeSheet ? 'true' : undefined}
          onClick={() => workbench.activateSheet(name)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
