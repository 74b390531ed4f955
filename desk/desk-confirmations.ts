import type { Finding } from '../rules/finding.ts';
import type { CheckedSheet } from './check-sheet.ts';
import { type Confirmation, type ConfirmationEntry, REASON_MAX_CHARS, standingConfirmations } from './confirmation.ts';
import { QuestionKeys } from './confirmation-keys.ts';
import type { ConfirmReport } from './reports.ts';
import type { SheetPort } from './sheet-port.ts';

export type ConfirmationHeader = Pick<ConfirmationEntry, 'id' | 'at' | 'kind'>;

/** What is confirmed in the workbook in front. Read once for a run of re-checks: the log may be as long as the sheet. */
export class DeskConfirmations {
  #standing: ReadonlyMap<string, Confirmation> | null = null;

  /** From now on read anew: another workbook, or a co-author's presses. */
  forget(): void {
    this.#standing = null;
  }

  async standing(port: SheetPort): Promise<ReadonlyMap<string, Confirmation>> {
    this.#standing ??= standingConfirmations(await port.readConfirmations());
    return this.#standing;
  }

  /** Notes that findings of a check are right as they stand, or no longer said to be. Those that nobody can confirm are left out. */
  async note(
    port: SheetPort,
    checked: CheckedSheet,
    findings: readonly Finding[],
    header: ConfirmationHeader,
    reason = '',
  ): Promise<ConfirmReport> {
    // A row's index means that row in one check only: a finding of an older one would answer for somebody else.
    const present = new Set([...checked.headerFindings, ...checked.findings]);
    const questions = new QuestionKeys({ sheetName: checked.sheet.sheetName, rows: checked.rows });
    const noted = findings.flatMap((finding) => {
      const keys = present.has(finding) ? questions.findKeys(finding) : undefined;
      return keys ? [{ code: finding.code, keys }] : [];
    });
    return this.append(port, {
      ...header,
      label: [...new Set(noted.map(({ code }) => code))].join(', '),
      reason: reason.trim().slice(0, REASON_MAX_CHARS),
      keys: [...new Set(noted.flatMap(({ keys }) => keys))],
    });
  }

  async append(port: SheetPort, entry: ConfirmationEntry): Promise<ConfirmReport> {
    if (entry.keys.length > 0) await port.appendConfirmation(entry);
    this.forget();
    return { entry };
  }
}
