import { SyncClient } from '../../desk/sync-client.ts';
import { excelSignIn } from '../excel/excel-sign-in.ts';
import { officeReady } from '../excel/office-ready.ts';
import { openExcelSheet } from '../excel/open-excel-sheet.ts';
import { browserHost } from './browser-host.ts';
import { browserTransport } from './browser-transport.ts';
import { makeDesk } from './make-desk.ts';
import { mountPane } from './mount-pane.tsx';

declare global {
  interface Window {
    /** Made by gate.js, which runs first and shows why the pane cannot run here. */
    readonly sosachGate: { readonly closed: boolean; show(reason: 'browser' | 'excel' | 'office'): void };
  }
}

/** The task pane's entry: the pane over the open workbook. */
async function start(): Promise<void> {
  const office = await officeReady();
  if (office.kind !== 'ready') {
    window.sosachGate.show(office.kind === 'too-old' ? 'excel' : 'office');
    return;
  }
  const place = document.getElementById('sosach-pane');
  if (!place) throw new Error('the page lacks #sosach-pane');
  const client = new SyncClient(browserTransport());
  // Without the event a change of sheet is noticed at the next press of a button only.
  const excel = openExcelSheet(office.abilities, (error) => console.warn(error));
  const host = browserHost('excel', excel.watchSheet, excelSignIn());
  const chosen = host.languages.read();
  mountPane(place, {
    desk: makeDesk(excel.port, client),
    client,
    host,
    ...(chosen === null ? { language: office.language } : {}),
  });
}

if (!window.sosachGate.closed) void start();
