import { render } from 'preact';
import { browserTransport } from '../addin/pane/browser-transport.ts';
import type { HttpTransport } from '../desk/http-transport.ts';
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

/** Only a server that answers and says so is a try-out. */
async function isTryOut(transport: HttpTransport): Promise<boolean> {
  try {
    const { body } = await transport.send({ method: 'GET', path: '/api/v1/health' });
    return (body as { tryOut?: unknown } | undefined)?.tryOut === true;
  } catch {
    // Offline: checking and mending work all the same, and the pane says what does not.
    return false;
  }
}

const transport = browserTransport();
const gridPlace = place('wb-grid');
const draw = () => {
  const { language, workbook } = workbench.store.state;
  document.title = WORKBENCH_WORDS.title[language];
  gridPlace.hidden = workbook === null;
  render(<WorkbenchBar workbench={workbench} />, place('wb-bar'));
  render(<SheetTabs workbench={workbench} />, place('wb-tabs'));
};
const workbench = new Workbench({
  client: new SyncClient(transport),
  tryOut: await isTryOut(transport),
  panePlace: place('sosach-pane'),
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
gridPlace.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey) || typing) return;
  event.preventDefault();
  workbench.undoTyping();
});
