import { deadlineWords } from '../contract/deadline.ts';
import type { Campaign } from '../contract/schemas/campaign.ts';
import { resultWords } from '../desk/result-words.ts';
import { rowFingerprint } from '../desk/row-fingerprint.ts';
import { formatRowMarks, statusMarks } from '../desk/row-marks.ts';
import { rowContent } from '../desk/row-seen.ts';
import { cellText } from '../rules/cell.ts';
import { usualClassName } from '../rules/fields/read-class.ts';
import type { RecordKind } from '../rules/record.ts';
import type { RosterEntry, WorkbookMaker, WorkbookRequest } from '../server/workbook-maker.ts';
import type { Layout } from '../templates/layout.ts';
import { type CampaignWords, type TemplateRow, WorkbookPress } from '../xlsx/press/workbook-press.ts';
import { roomFor } from '../xlsx/write-template-workbook.ts';
import { tryoutRoster } from './tryout/tryout-roster.ts';
import { zlibCodec } from './zlib-codec.ts';

/**
 * Prints units' own workbooks; a try-out school that has sent nothing yet finds its invented list in it. Presses are kept: a
 * province's schools share one or two.
 */
export function workbookMaker(): WorkbookMaker {
  const presses = new Map<string, Promise<WorkbookPress>>();
  return async (request) => {
    const rows = rowsOf(request);
    const { layout, identity, unitHeading, optionalFields, campaign } = request;
    const options = { layout, capacity: roomFor(rows.length), optionalColumns: optionalFields };
    const key = JSON.stringify([layout.id, layout.version, options.capacity, [...optionalFields].sort()]);
    const press = presses.get(key) ?? WorkbookPress.make(options, zlibCodec);
    presses.set(key, press);
    return (await press).print({
      identity,
      unitHeading,
      rows,
      classes: classesOf(request, rows),
      ...(campaign ? { campaign: wordsOf(campaign, layout.record) } : {}),
    });
  };
}

function rowsOf({ layout, identity, rows, tryOut }: WorkbookRequest): readonly TemplateRow[] {
  if (rows.length === 0 && tryOut) return tryoutRoster(identity.unit, layout.record);
  return rows.map((row, at) => ({
    rowId: row.rowId,
    values: { ordinal: at + 1, ...row.cells },
    ...verdictOf(layout, row),
  }));
}

/** The last verdict, as the pane would have written it. */
function verdictOf(layout: Layout, row: RosterEntry): Pick<TemplateRow, 'results' | 'marks'> {
  const { rowId, cells, status, revision } = row;
  if (!status) return {};
  const marks = formatRowMarks(layout, {
    marks: statusMarks(status),
    claimHash: status.claimHash,
    fingerprint: rowFingerprint(rowId, cells),
    seen: { revision, content: rowContent(cells) },
  });
  return { results: resultWords(status, layout.record), marks };
}

/** Usual names, each once: `10a` and `Lớp 10A` are one class. */
function classesOf({ classes }: WorkbookRequest, rows: readonly TemplateRow[]): readonly string[] {
  const names = classes.length > 0 ? classes : rows.map((row) => cellText(row.values.className));
  return [...new Set(names.map(usualClassName))].filter((name) => name !== '').sort(byNumber.compare);
}

const byNumber = new Intl.Collator('vi', { numeric: true });

function wordsOf(campaign: Campaign, kind: RecordKind): CampaignWords {
  const { name, schoolYear, circular, instructions, parts } = campaign;
  const deadlines = parts
    .filter((part) => part.kind === kind)
    .map((part) => `${part.name}: ${deadlineWords(part.deadline).vi}`);
  return { name, schoolYear, circular, instructions, deadlines };
}
