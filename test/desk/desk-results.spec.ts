import assert from 'node:assert/strict';
import { PushRequest } from '../../contract/schemas/push.ts';
import { Desk } from '../../desk/desk.ts';
import { MemorySheetPort } from '../../desk/memory-sheet-port.ts';
import { MemoryWorkbook } from '../../desk/memory-workbook.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import { getLayout } from '../../templates/layouts.ts';
import { MARK, markPosition } from '../../templates/marks.ts';
import { idMinter } from './contract-sheet.ts';
import { ScriptedServer } from './scripted-server.ts';

const LAYOUT = getLayout('results');

/** A school's own sheet: two header rows, grade over subject, a title that names the year. */
const CELLS = [
  ['BẢNG ĐIỂM TỔNG KẾT CẢ NĂM · Năm học 2022-2023'],
  ['STT', 'Lớp', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'LỚP 10', null, 'LỚP 12', null],
  [null, null, null, null, null, 'Toán', 'Học lực', 'Toán', 'Học lực'],
  [1, '12A1', 'Nguyễn Thị Mai', '12/03/2005', '001305000123', 85, 'Giỏi', '7,5', 'K'],
  [2, '12A1', 'Trần Thị Lan', '14/03/2005', '001305000124', 8, 'Tốt', 8, 'Khá'],
];

function open() {
  const workbook = new MemoryWorkbook({
    sheets: [{ name: 'Tổng kết', cells: CELLS.map((row) => row.slice()) }],
    identity: null,
    journal: [],
  });
  const server = new ScriptedServer();
  const client = new SyncClient(server);
  const desk = new Desk({
    port: new MemorySheetPort(workbook),
    client,
    clock: () => ({ iso: '2026-11-22T08:00:00Z', today: { year: 2026, month: 11, day: 22 } }),
    mintId: idMinter(),
    pause: async () => {},
  });
  return { desk, client, server, sheet: workbook.activeSheet };
}

describe('the desk over a results sheet', () => {
  it('checks by the year of the title, marks, mends a number as a number, and pushes the scores with that year', async () => {
    const { desk, client, server, sheet } = open();
    const opened = await desk.open();
    assert.deepEqual(opened.recognised && [opened.layout.id, opened.rows, opened.match.schoolYear], [
      'results',
      2,
      2022,
    ]);

    const report = await desk.check();
    const found = report.groups.flatMap(({ findings }) =>
      findings.map(({ rowNumber, column, finding }) => [rowNumber, column, finding.code]),
    );
    assert.deepEqual(found.filter(([, column]) => String(column).startsWith('g1')).sort(), [
      [4, 'g10.cn.math', 'score.decimal-lost'],
      [4, 'g12.cn.math', 'score.decimal-comma'],
      [4, 'g12.cn.rank', 'rank.not-in-list'],
      [5, 'g10.cn.rank', 'scale.wrong-circular'],
    ]);
    const marks = (row: number) =>
      sheet
        .readRow(row)
        .map(String)
        .find((text) => /^[.EQN]{100,}/.test(text)) ?? '';
    assert.equal(marks(4).charAt(markPosition(LAYOUT, 'g10.cn.math') - 1), MARK.error);
    assert.equal(marks(5).charAt(markPosition(LAYOUT, 'g10.cn.math') - 1), MARK.none);

    await desk.applyFixes(desk.proposals(['score.decimal-lost', 'score.decimal-comma', 'rank.not-in-list']));
    assert.deepEqual(sheet.readRow(4).slice(5, 9), [8.5, 'Giỏi', '7.5', 'Khá']);

    await client.signIn('vanthu', 'mật khẩu');
    await desk.push({ unit: '01-TH-000' });
    const [sent] = server.sent('/api/v1/pushes').map(({ body }) => PushRequest.parse(body));
    assert.equal(sent?.workbook.template, 'results');
    assert.equal(sent?.workbook.schoolYear, 2022);
    const columns: readonly string[] = sent?.columns ?? [];
    assert.ok(columns.includes('g10.cn.math') && !columns.includes('ordinal'));
    assert.equal(sent?.rows[0]?.cells?.[columns.indexOf('g10.cn.math')], 8.5);
  });
});
