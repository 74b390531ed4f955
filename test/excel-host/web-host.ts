import { readFileSync } from 'node:fs';
import type { Browser, Frame, Page } from 'playwright-core';
import { startHttpsServer } from '../support/https-server.ts';
import { DEFAULT_SETS, ExcelHost, type RequirementSets } from './excel-host.ts';
import { findOfficeFile, OFFICE_JS_CDN } from './office-js-files.ts';
import { HostWorkbook } from './workbook.ts';

export interface WebHostOptions {
  readonly browser: Browser;
  /** The add-in's page: https on localhost, on whatever port. */
  readonly paneUrl: string;
  /** Default: one blank sheet. */
  readonly workbook?: HostWorkbook;
  readonly requirementSets?: RequirementSets;
  readonly locale?: string;
  readonly readOnly?: boolean;
  /** Default: 320 × 900, the width of Excel's pane. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface WebHost {
  readonly page: Page;
  /** The add-in's frame. */
  readonly frame: Frame;
  readonly host: ExcelHost;
  readonly workbook: HostWorkbook;
  /** Requests that left the machine: refused, and for a test to look at. */
  readonly external: readonly string[];
  /** What the console and uncaught errors of both pages said. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const PAGE_FILES: Readonly<Record<string, string>> = {
  '/': 'web-host-page.html',
  '/web-host-page.js': 'web-host-page.js',
};

/**
 * An emulated Excel on the web: a page of our own frames the add-in, whose real, unmodified office.js takes it for its host.
 * office.js trusts a host on https under the add-in's own host name, hence localhost on another port. The library itself
 * comes from `node_modules` under the CDN's address, so that the add-in's page is the one that is shipped.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { browser, paneUrl, workbook = new HostWorkbook(), requirementSets = DEFAULT_SETS } = options;
  const host = new ExcelHost(workbook, requirementSets);
  host.readOnly = options.readOnly ?? false;
  const server = await startHttpsServer((request, response) => {
    const file = PAGE_FILES[new URL(request.url ?? '/', 'https://localhost').pathname];
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', file.endsWith('.js') ? 'text/javascript' : 'text/html');
    response.end(readFileSync(new URL(file, import.meta.url)));
  });
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: options.viewport ?? { width: 320, height: 900 },
    locale: options.locale ?? 'vi-VN',
  });
  const external: string[] = [];
  const complaints: string[] = [];
  await context.route(
    (url) => url.hostname !== 'localhost',
    async (route) => {
      const url = route.request().url();
      const name = url.startsWith(OFFICE_JS_CDN) ? url.slice(OFFICE_JS_CDN.length).replace(/[?#].*/, '') : undefined;
      const file = name === undefined ? undefined : await findOfficeFile(name);
      if (file) return route.fulfill(file);
      external.push(url);
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.exposeFunction('sosachSetUp', () => ({ paneUrl, appContext: appContextOf(options, requirementSets) }));
  await page.exposeFunction('sosachExecute', (body: string, flags: number) => host.handle(body, flags));
  await page.exposeFunction('sosachUnknown', (what: string) => {
    host.unimplemented.push(what);
  });
  const stop = host.onEvent((event) => {
    // The page may be closing; an event that nobody hears is no failure of the host.
    page.evaluate(`window.sosachTell(${JSON.stringify(event)})`).catch(() => {});
  });
  await page.goto(`${server.origin}/`);
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The add-in’s frame did not come up.');
  return {
    page,
    frame,
    host,
    workbook,
    external,
    complaints,
    async close() {
      stop();
      await context.close();
      await server.close();
    },
  };
}

/** What Excel on the web tells an add-in about itself; 16 is Excel, client mode 1 may write, 0 may only read. */
function appContextOf({ locale = 'vi-VN', readOnly = false }: WebHostOptions, sets: RequirementSets): object {
  return {
    _id: 'sosach-addin',
    _appName: 16,
    _appVersion: '16.01',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: 'https://localhost/emulated.xlsx',
    _clientMode: readOnly ? 0 : 1,
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'test',
    _appInstanceId: 'sosach-instance',
    _appMinorVersion: 1,
    _hostFullVersion: '16.0.99999.1',
    _addinName: 'Sổ Sạch',
    _appDomains: [],
    _featureGates: {},
    _clientWindowHeight: 800,
    _clientWindowWidth: 1200,
    _wacHostEnvironment: '0',
    _initialDisplayMode: 0,
    _requirementMatrix: JSON.stringify(sets),
    _settings: [],
  };
}
