import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { MAIN_OFFICER, TRYOUT_PASSWORD } from '../../cli/tryout/invent-accounts.ts';

/** What office computers have. */
const SCREEN = { width: 1280, height: 800 } as const;

/** An officer at the campaigns page with mouse and keyboard. */
export class ConsolePerson {
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

  /** @param ownClock the page's timers go on only when told to */
  static async sitDown(browser: Browser, origin: string, ownClock = false): Promise<ConsolePerson> {
    const context = await browser.newContext({ viewport: SCREEN, locale: 'vi-VN' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    const person = new ConsolePerson(context, await context.newPage());
    if (ownClock) await person.page.clock.install();
    await person.page.goto(`${origin}/quan-ly`);
    await person.page.getByLabel('Tên đăng nhập').waitFor();
    return person;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  field(label: string | RegExp): Locator {
    return this.page.getByLabel(label);
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async signIn(username: string = MAIN_OFFICER, password: string = TRYOUT_PASSWORD): Promise<void> {
    await this.field('Tên đăng nhập').fill(username);
    await this.field(/^Mật khẩu$/).fill(password);
    await this.field(/^Mật khẩu$/).press('Enter');
  }

  /** Fills in one part of the open form. @param day ISO 8601 */
  async fillPart(number: number, name: string, kind: string, day: string): Promise<Locator> {
    const part = this.page.getByRole('group', { name: `Phần ${number}`, exact: true });
    await part.getByLabel('Tên phần việc *').fill(name);
    await part.getByLabel('Loại hồ sơ').selectOption(kind);
    await part.getByLabel('Ngày *').fill(day);
    return part;
  }

  /** A school's cells by their column's heading, one list a record kind. */
  async schoolRow(name: string): Promise<readonly (readonly string[])[]> {
    const body = this.page
      .locator('table tbody')
      .filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
    const rows = await body.locator('tr').all();
    return Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
  }

  /** Presses and gives what was downloaded. */
  async download(button: Locator): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const coming = this.page.waitForEvent('download');
    await button.click();
    const download = await coming;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
