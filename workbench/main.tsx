import { render } from 'preact';
import { askTryOut } from '../addin/pane/ask-try-out.ts';
import { browserTransport } from '../addin/pane/browser-transport.ts';
import { SyncClient } from '../desk/sync-client.ts';
import { WORKBENCH_WORDS } from './words.ts';
import { Workbench } from './workbench.ts';
import { SheetTabs, WorkbenchBar } from './workbench-view.tsx';

/** The workbench page: the pane beside a grid in the browser, for those without Excel. */
const place = (id: string) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page lacks #${id}`);
  return element;
};

const transport = browserTransport();
const gridPlace = place('wb-grid');
const panePlace = place('sosach-pane');
const draw = () => {
  const { language, workbook } = workbench.store.state;
  document.title = WORKBENCH_WORDS.title[language];
  panePlace.ariaLabel = WORKBENCH_WORDS.pane[language];
  gridPlace.ariaLabel = WORKBENCH_WORDS.grid[language];
  gridPlace.hidden = workbook === null;
  render(<WorkbenchBar workbench={workbench} />, place('wb-bar'));
  render(<SheetTabs workbench={workbench} />, place('wb-tabs'));
};
const workbench = new Workbench({
  client: new SyncClient(transport),
  tryOut: await askTryOut(transport),
  panePlace,
  gridPlace,
  onChange: () => queueMicrotask(draw),
});
draw();

addEventListener('beforeunload', (event) => {
  if (workbench.hasUnsavedChanges) event.preventDefault();
});
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) workbench.openFile(file);
});
addEventListener('keydown', (event) => {
  if (event.key !== 'F6') return;
  event.preventDefault();
  workbench.switchPlace();
});
// A stop for Tab: the grid itself has none.
gridPlace.tabIndex = 0;
gridPlace.addEventListener('focus', () => workbench.enterGrid());
// The grid listens to the whole page: what is typed in the pane must not land in a cell.
panePlace.addEventListener('focusin', () => workbench.leaveGrid());
addEventListener('keydown', (event) => {
  if (event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
  // The grid keeps no element focused of its own; a text field undoes its own typing.
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
  if (panePlace.contains(event.target as Node)) return;
  event.preventDefault();
  workbench.undoTyping();
});
