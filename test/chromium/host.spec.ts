import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { DEFAULT_SETS } from '../excel-host/excel-host.ts';
import { Person } from '../excel-host/person.ts';
import { startWebHost, type WebHost } from '../excel-host/web-host.ts';
import { HostWorkbook } from '../excel-host/workbook.ts';
import { launchChromium } from '../support/chromium.ts';
import { type HttpsServer, startHttpsServer } from '../support/https-server.ts';

/** A small add-in of its own: what it knows of Excel, it knows from the real office.js. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>add-in</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script src="/add-in.js"></script><p id="said">…</p>`;

const SCRIPT = `
const say = (words) => { document.getElementById('said').textContent = words; };
window.changes = [];
Office.onReady(async ({ host, platform }) => {
  if (!host) return say('no host');
  const { requirements, displayLanguage, document: book } = Office.context;
  window.found = {
    host, platform, displayLanguage, mode: book.mode,
    nine: requirements.isSetSupported('ExcelApi', '1.9'), thirty: requirements.isSetSupported('ExcelApi', '1.30'),
  };
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.onChanged.add(async (event) => {
      window.changes.push([event.address, event.source, event.triggerSource]);
    });
    await context.sync();
  });
  say('ready');
});
window.read = (address) => Excel.run(async (context) => {
  const range = context.workbook.worksheets.getActiveWorksheet().getRange(address);
  range.load('values');
  await context.sync();
  return range.values;
});
window.write = (address, values, format) => Excel.run(async (context) => {
  const range = context.workbook.worksheets.getActiveWorksheet().getRange(address);
  if (format) range.numberFormat = format;
  range.values = values;
  await context.sync();
}).then(() => 'done', (error) => error.code);
window.peculiar = () => Excel.run(async (context) => {
  context.workbook.worksheets.getActiveWorksheet().calculate(true);
  await context.sync();
}).then(() => 'done', (error) => error.code);
`;

describe('the emulated Excel on the web', () => {
  let browser: Browser;
  let addin: HttpsServer;
  let excel: WebHost;

  before(async () => {
    browser = await launchChromium();
    addin = await startHttpsServer((request, response) => {
      const isScript = request.url === '/add-in.js';
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? SCRIPT : PAGE);
    });
  });

  after(async () => {
    await browser.close();
    await addin.close();
  });

  async function open(options: Partial<Parameters<typeof startWebHost>[0]> = {}): Promise<Person> {
    const workbook = new HostWorkbook('Học sinh');
    const person = new Person(workbook.activeSheet);
    person.type('A1', ['Họ và tên', 'Ngày sinh'], ['Nguyễn Thị An', '05/06/2016']);
    excel = await startWebHost({ browser, paneUrl: `${addin.origin}/`, workbook, ...options });
    await excel.frame.waitForFunction('document.getElementById("said")?.textContent === "ready"');
    return person;
  }

  afterEach(async () => {
    assert.deepEqual(excel.external, []);
    await excel.close();
  });

  const call = <T>(expression: string): Promise<T> => excel.frame.evaluate(expression) as Promise<T>;

  it('is taken for Excel by the real office.js', async () => {
    await open();
    assert.deepEqual(await call('window.found'), {
      host: 'Excel',
      platform: 'OfficeOnline',
      displayLanguage: 'vi-VN',
      mode: 'readWrite',
      nine: true,
      thirty: false,
    });
    assert.deepEqual(excel.host.unimplemented, []);
    assert.deepEqual(excel.complaints, []);
  });

  it('lets an older Excel be played by its requirement sets, and a workbook be for reading only', async () => {
    await open({ requirementSets: { ...DEFAULT_SETS, ExcelApi: '1.7' }, readOnly: true, locale: 'en-US' });
    const found = await call<{ nine: boolean; mode: string; displayLanguage: string }>('window.found');
    assert.deepEqual([found.nine, found.mode, found.displayLanguage], [false, 'readOnly', 'en-US']);
    assert.equal(await call('write("A3", [["x"]])'), 'AccessDenied');
  });

  it('reads and writes cells', async () => {
    const person = await open();
    assert.deepEqual(await call('read("A1:B2")'), [
      ['Họ và tên', 'Ngày sinh'],
      ['Nguyễn Thị An', 42526],
    ]);
    assert.equal(await call('write("A3:B3", [["Trần Văn Bình", "0012"]], "@")'), 'done');
    assert.equal(person.value('B3'), '0012');
  });

  it('tells of a person’s edits, a co-author’s, and the add-in’s own', async () => {
    const person = await open();
    await call('write("A3", [["của mình"]])');
    person.type('A4', 'của người');
    new Person(person.sheet, 'Remote').type('A5', 'của người khác');
    await excel.frame.waitForFunction('window.changes.length === 3');
    assert.deepEqual(await call('window.changes'), [
      ['A3', 'Local', 'ThisLocalAddin'],
      ['A4', 'Local', 'Unknown'],
      ['A5', 'Remote', 'Unknown'],
    ]);
  });

  it('refuses as Excel does: a protected sheet, a cell being edited, too large a request', async () => {
    const person = await open({ requirementSets: { ExcelApi: '1.17' } });
    person.protect();
    assert.equal(await call('write("A3", [["x"]])'), 'AccessDenied');
    person.unprotect();
    excel.host.startCellEdit();
    assert.equal(await call('write("A3", [["x"]])'), 'InvalidOperationInCellEditMode');
    excel.host.endCellEdit();
    excel.host.payloadLimit = 5_000;
    assert.equal(await call('write("A3", [["x".repeat(6000)]])'), 'RequestPayloadSizeLimitExceeded');
    assert.equal(person.value('A3'), null);
  });

  it('fails loudly at a member that it does not emulate', async () => {
    await open();
    assert.equal(await call('peculiar()'), 'ApiNotFound');
    assert.deepEqual(excel.host.unimplemented, ['Worksheet.Calculate']);
  });
});
