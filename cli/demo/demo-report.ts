import { OUTCOMES, type Outcome } from '../../contract/verdict.ts';
import type { Severity } from '../../rules/finding.ts';

/** What `sosach demo` did, as `--json` prints it. */
export interface DemoReport {
  readonly rows: number;
  /** Findings of the first check, before anything was mended. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Cells mended by safe fixes. */
  readonly fixed: number;
  /** Rows the server keeps. */
  readonly pushed: number;
  /** Rows that stay in the sheet until they are mended. */
  readonly stayed: number;
  /** Kept rows that cannot be asked because of their number or birth date. */
  readonly unverifiable: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly seconds: number;
  /** Path of the workbook with marks and results. */
  readonly workbook: string;
}

/** The same for people. */
export function demoText(report: DemoReport): string {
  const { findings } = report;
  const outcomes = OUTCOMES.map(
    (outcome) => `    ${outcome.padEnd(18)}${String(report.outcomes[outcome]).padStart(6)}`,
  );
  return [
    `Dòng / rows                       ${report.rows}`,
    `Lỗi / Cần xác nhận / Lưu ý        ${findings.error} / ${findings.query} / ${findings.note}`,
    `Ô đã sửa an toàn / cells mended   ${report.fixed}`,
    `Dòng đã gửi / pushed              ${report.pushed}`,
    `Dòng ở lại / stayed               ${report.stayed}`,
    `Chưa hỏi được vì số hoặc ngày sinh / unverifiable   ${report.unverifiable}`,
    'Kết quả / outcomes',
    ...outcomes,
    `Giây / seconds                    ${report.seconds.toFixed(1)}`,
    `Sổ tính / workbook                ${report.workbook}`,
    '',
  ].join('\n');
}
