import type { Browser } from 'playwright-core';
import { MAIN_CLERK, TRYOUT_PASSWORD } from '../../cli/tryout/invent-accounts.ts';
import { DEFAULT_SETS } from '../excel-host/excel-host.ts';
import { loadXlsx } from '../excel-host/load-xlsx.ts';
import { startWebHost } from '../excel-host/web-host.ts';
import type { RunningPair } from '../support/running-pair.ts';
import type { TakePicture } from './make-pictures.ts';

/** The width that Excel gives a pane. */
const PANE = { width: 320, height: 680 } as const;
const SHORT_PANE = { width: 320, height: 380 } as const;
/** A school of 200 pupils at the simulated service's pace, on a loaded machine. */
const ANSWERED_MS = 120_000;

/** The pane as Excel on the web shows it: what it found, what it would send, the answers, and what an old Excel sees. */
export async function takePanePictures(browser: Browser, pair: RunningPair, take: TakePicture): Promise<void> {
  const paneUrl = `${pair.server.httpsUrl}/khung/`;
  const workbook = await loadXlsx(await schoolWorkbook(pair.server.url));
  const excel = await startWebHost({ browser, paneUrl, workbook, viewport: PANE });
  const button = (name: RegExp | string) => excel.frame.getByRole('button', { name });
  const tab = (name: string) => excel.frame.getByRole('tab', { name });

  await button('Kiểm tra').click();
  await excel.frame.getByText('Kiểm tra lúc').first().waitFor();
  await take('khung-kiem-tra', excel.page);

  await tab('Gửi').click();
  await button('Đăng nhập').first().click();
  await excel.frame.getByLabel('Tên đăng nhập').fill(MAIN_CLERK);
  await excel.page.setViewportSize(SHORT_PANE);
  await take('khung-dang-nhap', excel.page);
  await excel.page.setViewportSize(PANE);
  await excel.frame.getByLabel('Mật khẩu', { exact: true }).fill(TRYOUT_PASSWORD);
  await excel.frame.getByLabel('Mật khẩu', { exact: true }).press('Enter');
  await tab('Gửi').click();
  await button('Xem trước khi gửi').click();
  await button(/^Gửi xác thực \d+ dòng$/).waitFor();
  await take('khung-gui', excel.page);

  await pair.control({ latencyMs: 0 });
  await button(/^Gửi xác thực \d+ dòng$/).click();
  await excel.frame.getByText('Đã xác thực').first().waitFor();
  await excel.frame
    .getByText(/\d+ dòng đang chờ/)
    .first()
    .waitFor({ state: 'hidden', timeout: ANSWERED_MS });
  await take('khung-ket-qua', excel.page);
  await excel.close();

  const old = await startWebHost({
    browser,
    paneUrl,
    requirementSets: { ...DEFAULT_SETS, ExcelApi: '1.7' },
    viewport: SHORT_PANE,
  });
  await old.frame.getByText('Mở bàn làm việc Sổ Sạch').waitFor();
  await take('khung-excel-cu', old.page);
  await old.close();
}

/** As the server hands it to the school's clerk. */
async function schoolWorkbook(origin: string): Promise<Uint8Array> {
  const signIn = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: MAIN_CLERK, password: TRYOUT_PASSWORD }),
  });
  const { accessToken } = (await signIn.json()) as { accessToken: string };
  const answer = await fetch(`${origin}/api/v1/workbooks/student`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (!answer.ok) throw new Error(`no workbook: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
