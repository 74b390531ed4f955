import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { MAIN_CLERK, TRYOUT_PASSWORD } from '../../cli/tryout/invent-accounts.ts';

/** What most school computers have. */
const SCREEN = { width: 1366, height: 768 } as const;
/** Texts are looked at, not pixels: a browser without a graphics card paints a large window four times faster so. */
const COARSE = 0.25;
/** Large enough that the grid, which draws only what is in view, draws every cell of a school's list. */
const WALL = { width: 3400, height: 7000 } as const;

const LOOK_AGAIN_MS = 100;

/** A cell as it is drawn: its text without the mark's symbol, and the symbol. */
export interface ShownCell {
  readonly text: string;
  readonly symbol: string;
}

/** Drawn rows by their number, each by header text. */
export type ShownRows = ReadonlyMap<number, ReadonlyMap<string, ShownCell>>;

/** Somebody at the workbench with mouse and keyboard, who reads the page and knows nothing else of it. */
export class WorkbenchPerson {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console and uncaught errors of the page said. */
  readonly complaints: string[] = [];
  /** Requests that would leave the machine. */
  readonly external: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (/^https?:$/.test(protocol) && hostname !== 'localhost') this.external.push(request.url());
    });
  }

  static async sitDown(browser: Browser, origin: string): Promise<WorkbenchPerson> {
    const context = await browser.newContext({ viewport: SCREEN, deviceScaleFactor: COARSE, locale: 'vi-VN' });
    const person = new WorkbenchPerson(context, await context.newPage());
    await person.page.goto(`${origin}/ban-lam-viec`);
    await person.page.getByText('Chưa mở sổ nào').waitFor();
    return person;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name });
  }

  /** Waits for words on the page. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async signIn(password: string = TRYOUT_PASSWORD): Promise<void> {
    if (!(await this.page.getByLabel('Tên đăng nhập').isVisible())) await this.button('Đăng nhập').first().click();
    await this.page.getByLabel('Tên đăng nhập').fill(MAIN_CLERK);
    await this.page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await this.page.getByLabel('Mật khẩu', { exact: true }).press('Enter');
  }

  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  }

  async check(): Promise<void> {
    await this.button(/^Kiểm tra( lại)?$/).click();
    await this.sees('Kiểm tra lúc');
  }

  /** Downloads the workbook and gives its bytes. */
  async download(): Promise<Uint8Array> {
    const coming = this.page.waitForEvent('download');
    await this.button('Tải về .xlsx').click();
    return readFile(await (await coming).path());
  }

  /** Goes to a cell by the keyboard from the row's name, as far as the line above the grid says. */
  async goTo(row: number, letter: string): Promise<void> {
    await this.clickName(row);
    const address = this.page.locator('.wb-cell strong');
    for (let here = String(await address.textContent()); here !== `${letter}${row}`; ) {
      await this.page.keyboard.press('ArrowRight');
      // Past the last column the address stays, and the wait says so.
      await address.filter({ hasNotText: new RegExp(`^${here}$`) }).waitFor();
      here = String(await address.textContent());
    }
  }

  /** Types into the cell where the keyboard is, and leaves it. Keys of a plain keyboard: others come without a press, and too soon. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 5 });
    // An Enter from before the editor stands is heard by nobody; nobody is so quick who looks at what they type.
    const editor = this.page.locator('revogr-edit input');
    while ((await editor.inputValue()) !== text) await this.page.waitForTimeout(LOOK_AGAIN_MS);
    await this.page.keyboard.press('Enter');
  }

  /** Selects the cell of a row's name with the mouse. */
  async clickName(row: number): Promise<void> {
    const { cell, letter } = await this.#drawnName(row);
    await cell.click();
    // With its letter: the keyboard may have stood in another cell of that row.
    await this.page
      .locator('.wb-cell strong')
      .filter({ hasText: new RegExp(`^${letter}${row}$`) })
      .waitFor();
  }

  /** What the grid shows of the sheet as the window is. */
  async inView(): Promise<ShownRows> {
    return mapped(await this.page.evaluate(readGrid));
  }

  /** Every cell of the sheet, as on a screen that has room for all of them; row 0 holds the column letters. */
  async rows(): Promise<ShownRows> {
    await this.page.setViewportSize(WALL);
    const drawn = await this.#settledRows();
    await this.page.setViewportSize(SCREEN);
    return drawn;
  }

  /** Looks at one cell that is in view until it is so; the test's own time-out ends a vain wait. */
  async until(row: number, header: string, isSo: (cell: ShownCell) => boolean): Promise<void> {
    for (;;) {
      const cell = (await this.inView()).get(row)?.get(header);
      if (cell && isSo(cell)) return;
      await this.page.waitForTimeout(LOOK_AGAIN_MS);
    }
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  /** The cell with the name, which stays in view, of a row that is in view. */
  async #drawnName(row: number): Promise<{ readonly cell: Locator; readonly letter: string }> {
    const numbers = this.page.locator('revogr-data[type=rgRow][col-type=rowHeaders] .rgCell');
    const place = await numbers.getByText(String(row), { exact: true }).getAttribute('data-rgrow');
    const header = this.page.locator('revogr-data[type=rowPinStart][col-type=colPinStart] .rgCell');
    const column = await header.filter({ hasText: 'Họ và tên' }).getAttribute('data-rgcol');
    const drawn = this.page.locator('revogr-data[type=rgRow][col-type=colPinStart]');
    const letters = this.page.locator('revogr-viewport-scroll', { has: header.first() }).locator('revogr-header');
    return {
      cell: drawn.locator(`.rgCell[data-rgrow="${place}"][data-rgcol="${column}"]`),
      letter: String(await letters.locator(`.rgHeaderCell[data-rgcol="${column}"]`).textContent()),
    };
  }

  /**
   * The grid draws a moment after the window has grown or the sheet has changed: read until every row and column is there and two
   * readings agree, between which the page has drawn, however slow it is.
   */
  async #settledRows(): Promise<ShownRows> {
    let before = '';
    for (;;) {
      await this.page.waitForTimeout(LOOK_AGAIN_MS);
      await this.page.evaluate(drawnTwice);
      const now = await this.page.evaluate(readGrid);
      const whole = await this.page.evaluate(gridSize);
      const [header, ...rows] = now;
      const complete = header?.[1].length === whole.columns && rows.length >= whole.rows;
      const text = JSON.stringify(now);
      if (complete && text === before) return mapped(now);
      before = text;
    }
  }
}

function mapped(rows: readonly [number, [string, ShownCell][]][]): ShownRows {
  return new Map(rows.map(([row, cells]) => [row, new Map(cells)]));
}

/**
 * The sheet's changes are taken in before the page draws once, the grid's own before it draws again. Not waited for beyond a second:
 * a browser without a screen now and then draws nothing until it is asked for something. Runs in the page.
 */
function drawnTwice(): Promise<unknown> {
  return new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done));
    setTimeout(done, 1000);
  });
}

/** How much there is to draw. Runs in the page. */
function gridSize(): { columns: number; rows: number } {
  const grid = document.querySelector('revo-grid');
  return { columns: grid?.columns.length ?? 0, rows: grid?.source.length ?? 0 };
}

/**
 * Reads what the grid library has drawn: frozen and scrolling halves of every row, put together by the header row. Runs in the
 * page.
 */
function readGrid(): [number, [string, ShownCell][]][] {
  const rows = new Map<number, [string, ShownCell][]>([[0, []]]);
  const numbers = new Map<string, number>();
  for (const cell of document.querySelectorAll<HTMLElement>('revogr-data[type=rgRow][col-type=rowHeaders] .rgCell')) {
    numbers.set(cell.dataset.rgrow ?? '', Number(cell.textContent));
  }
  for (const side of ['colPinStart', 'rgCol']) {
    const headers = new Map<string, string>();
    for (const cell of document.querySelectorAll<HTMLElement>(
      `revogr-data[type=rowPinStart][col-type=${side}] .rgCell`,
    )) {
      const text = (cell.textContent ?? '').replace(/\s+/g, ' ').replace(/ \(\*\)$/, '');
      headers.set(cell.dataset.rgcol ?? '', text);
      const wrapper = cell.closest('revogr-viewport-scroll');
      const letter = wrapper?.querySelector(`revogr-header .rgHeaderCell[data-rgcol="${cell.dataset.rgcol}"]`);
      rows.get(0)?.push([text, { text: letter?.textContent ?? '', symbol: '' }]);
    }
    for (const cell of document.querySelectorAll<HTMLElement>(`revogr-data[type=rgRow][col-type=${side}] .rgCell`)) {
      const number = numbers.get(cell.dataset.rgrow ?? '');
      const header = headers.get(cell.dataset.rgcol ?? '');
      if (number === undefined || header === undefined) continue;
      const symbol = cell.querySelector('.wb-symbol')?.textContent ?? '';
      const text = (cell.textContent ?? '').slice(symbol.length);
      const row = rows.get(number) ?? [];
      row.push([header, { text, symbol }]);
      rows.set(number, row);
    }
  }
  return [...rows];
}
