import type { RecordKind } from '../../rules/record.ts';
import type { Sql, TableShape } from './engine/sql.ts';

/** A further row of a record: the same person in another workbook of the unit. */
export interface RecordRow {
  readonly unit: string;
  readonly workbookId: string;
  readonly rowId: string;
  readonly recordId: string;
}

const ROWS: TableShape = {
  table: 'record_rows',
  columns: { unit: 'text', workbookId: 'text', rowId: 'text', recordId: 'text' },
};

const COLUMNS = 'unit, workbook_id AS workbookId, row_id AS rowId, record_id AS recordId';

/** Which sheet rows show a record besides the one that stands in the record itself. Most records have none here. */
export class RecordRowTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async insert(rows: readonly RecordRow[]): Promise<void> {
    await this.#sql.insertMany(
      ROWS,
      rows.map((row) => ({ ...row })),
    );
  }

  async remove({ unit, workbookId, rowId }: Pick<RecordRow, 'unit' | 'workbookId' | 'rowId'>): Promise<void> {
    await this.#sql.run(
      'DELETE FROM record_rows WHERE unit = @unit AND workbook_id = @workbookId AND row_id = @rowId',
      { unit, workbookId, rowId },
    );
  }

  /** Those of a workbook's rows that stand here: record ids by row id. */
  async findRows(unit: string, workbookId: string, rowIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (rowIds.length === 0) return new Map();
    const rows = await this.#sql.all<RecordRow>(
      `SELECT ${COLUMNS} FROM LIST(@rowIds) AS wanted CROSS JOIN record_rows
       WHERE unit = @unit AND workbook_id = @workbookId AND row_id = wanted.value`,
      { unit, workbookId, rowIds },
    );
    return new Map(rows.map(({ rowId, recordId }) => [rowId, recordId]));
  }

  /**
   * Records of the unit's other workbooks of a template whose row bears one of these ids: a row that was carried into another file.
   * Record ids by row id.
   */
  async findElsewhere(
    {
      unit,
      workbookId,
      template,
    }: { readonly unit: string; readonly workbookId: string; readonly template: RecordKind },
    rowIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (rowIds.length === 0) return new Map();
    const rows = await this.#sql.all<RecordRow>(
      `SELECT records.unit AS unit, records.workbook_id AS workbookId, row_id AS rowId, record_id AS recordId
       FROM workbooks CROSS JOIN LIST(@rowIds) AS wanted CROSS JOIN records
       WHERE workbooks.unit = @unit AND workbooks.template = @template AND workbooks.workbook_id <> @workbookId
         AND records.unit = workbooks.unit AND records.workbook_id = workbooks.workbook_id AND row_id = wanted.value`,
      { unit, workbookId, template, rowIds },
    );
    return new Map(rows.map(({ rowId, recordId }) => [rowId, recordId]));
  }

  /** The further rows of these records. */
  async ofRecords(unit: string, recordIds: readonly string[]): Promise<readonly RecordRow[]> {
    if (recordIds.length === 0) return [];
    return this.#sql.all<RecordRow>(
      `SELECT ${COLUMNS} FROM LIST(@recordIds) AS wanted CROSS JOIN record_rows
       WHERE unit = @unit AND record_id = wanted.value ORDER BY record_id, workbook_id, row_id`,
      { unit, recordIds },
    );
  }
}
