import { UNIT_KINDS, Unit } from '../../contract/schemas/unit.ts';
import type { Message } from '../../rules/messages.ts';
import { findPlainDate } from '../../rules/plain-date.ts';
import { CsvError, type CsvLine, readCsv } from '../../xlsx/import/read-csv.ts';
import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import { ServerError } from '../server-error.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';

const HEADER = ['code', 'name', 'kind', 'parent', 'validFrom', 'validTo'] as const;

interface UnitLine {
  readonly line: number;
  readonly unit: Unit;
}

/**
 * Reads the unit tree from CSV with the header `code,name,kind,parent,validFrom,validTo`; days are ISO 8601, an empty cell means
 * none. Units that exist are brought up to date. All or nothing: throws `units-csv-invalid` with the first line at fault.
 */
export async function importUnits(
  store: Store,
  csv: string,
  clock: Clock = SYSTEM_CLOCK,
): Promise<{ readonly units: number }> {
  const lines = readUnitLines(csv);
  const at = clock.now();
  await store.write(async (tables) => {
    await refuseUnknownParents(tables, lines);
    await refuseRings(tables, lines);
    await tables.units.upsert(lines.map(({ unit }) => unit));
    const counts = { units: lines.length };
    await tables.audit.insert({ at, accountId: null, action: 'units-imported', unit: null, counts, requestId: null });
  });
  return { units: lines.length };
}

function readUnitLines(csv: string): readonly UnitLine[] {
  const [header, ...body] = readLinesOrReject(csv);
  if (!header || header.cells.map((cell) => cell.trim()).join() !== HEADER.join()) {
    reject(header?.line ?? 1, {
      vi: `dòng đầu phải là ${HEADER.join(',')}`,
      en: `the first line must be ${HEADER.join(',')}`,
    });
  }
  if (body.length === 0) reject(header?.line ?? 1, { vi: 'tệp không có đơn vị nào', en: 'the file has no units' });
  const seen = new Map<string, number>();
  return body.map((line) => {
    const unit = readUnit(line);
    const earlier = seen.get(unit.code);
    if (earlier !== undefined) {
      reject(line.line, {
        vi: `mã ${unit.code} đã có ở dòng ${earlier}`,
        en: `code ${unit.code} stands in line ${earlier} already`,
      });
    }
    seen.set(unit.code, line.line);
    return { line: line.line, unit };
  });
}

function readLinesOrReject(csv: string): readonly CsvLine[] {
  try {
    return readCsv(csv);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return reject(error.line, { vi: 'dấu ngoặc kép không khớp', en: 'the quotes do not match' });
  }
}

const FAULTS: Readonly<Record<string, Message>> = {
  code: { vi: 'mã gồm 1–40 chữ không dấu, số hoặc gạch ngang', en: 'a code has 1–40 letters, digits or hyphens' },
  name: { vi: 'tên đơn vị trống hoặc dài quá 200 ký tự', en: 'the name is empty or longer than 200 characters' },
  kind: { vi: `loại phải là ${UNIT_KINDS.join(', ')}`, en: `the kind must be ${UNIT_KINDS.join(', ')}` },
};

function readUnit({ line, cells }: CsvLine): Unit {
  if (cells.length !== HEADER.length) {
    reject(line, {
      vi: `có ${cells.length} cột, cần ${HEADER.length}`,
      en: `${cells.length} columns, ${HEADER.length} expected`,
    });
  }
  const [code, name, kind, parent, validFrom, validTo] = cells.map((cell) => cell.trim().normalize('NFC') || null);
  for (const day of [validFrom, validTo]) {
    if (typeof day === 'string' && !findPlainDate(day)) {
      reject(line, { vi: 'ngày phải có dạng 2025-07-01', en: 'a day must look like 2025-07-01' });
    }
  }
  if (typeof validFrom === 'string' && typeof validTo === 'string' && validFrom > validTo) {
    reject(line, { vi: 'ngày hết hiệu lực trước ngày bắt đầu', en: 'the last day is before the first' });
  }
  const read = Unit.safeParse({ code: code ?? '', name: name ?? '', kind, parent, validFrom, validTo });
  if (read.success) return read.data;
  const field = String(read.error.issues[0]?.path[0]);
  return reject(line, FAULTS[field] ?? { vi: `cột ${field} sai`, en: `column ${field} is wrong` });
}

async function refuseUnknownParents(tables: Tables, lines: readonly UnitLine[]): Promise<void> {
  const codes = new Set(lines.map(({ unit }) => unit.code));
  for (const { line, unit } of lines) {
    if (unit.parent === null || codes.has(unit.parent) || (await tables.units.find(unit.parent))) continue;
    reject(line, { vi: `không có đơn vị cấp trên ${unit.parent}`, en: `there is no parent unit ${unit.parent}` });
  }
}

/** A ring of parents would have no top, and everybody in it would see everybody else. */
async function refuseRings(tables: Tables, lines: readonly UnitLine[]): Promise<void> {
  const parents = new Map(lines.map(({ unit }) => [unit.code, unit.parent]));
  for (const { line, unit } of lines) {
    const above = new Set([unit.code]);
    let parent = unit.parent;
    while (parent !== null) {
      if (above.has(parent)) {
        reject(line, { vi: `đơn vị ${unit.code} nằm dưới chính nó`, en: `unit ${unit.code} lies below itself` });
      }
      above.add(parent);
      const next = parents.get(parent);
      parent = next === undefined ? ((await tables.units.find(parent))?.parent ?? null) : next;
    }
  }
}

function reject(line: number, detail: Message): never {
  throw new ServerError('units-csv-invalid', { line: String(line), detail });
}
