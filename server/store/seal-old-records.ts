import type { RawRow } from '../../rules/record.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import type { Sql } from './engine/sql.ts';
import { sealRecord } from './seal-record.ts';

interface OldRecord {
  readonly unit: string;
  readonly recordId: string;
  readonly cells: string;
  readonly citizenId: string | null;
  readonly claimHash: string;
}

const ROWS_A_TIME = 1000;

/** Seals the numbers of records that are older than the sealing. A step of the migrations. */
export async function sealOldRecords(sql: Sql, cipher: RecordCipher): Promise<void> {
  const next = (last: Pick<OldRecord, 'unit' | 'recordId'>) =>
    sql.all<OldRecord>(
      `SELECT unit, record_id AS recordId, cells, citizen_id AS citizenId, claim_hash AS claimHash FROM records
       WHERE (unit, record_id) > (@unit, @recordId) ORDER BY unit, record_id LIMIT ${ROWS_A_TIME}`,
      { unit: last.unit, recordId: last.recordId },
    );
  let rows = await next({ unit: '', recordId: '' });
  while (rows.length > 0) {
    await sql.updateMany(
      {
        table: 'records',
        columns: {
          unit: 'text',
          recordId: 'text',
          cells: 'text',
          secrets: 'text',
          numberIndex: 'text',
          className: 'text',
          classKey: 'text',
        },
      },
      ['unit', 'recordId'],
      rows.map((row) => {
        const { unit, recordId } = row;
        return { unit, recordId, ...sealRecord(cipher, { ...row, cells: JSON.parse(row.cells) as RawRow }) };
      }),
    );
    const last = rows.at(-1);
    rows = last ? await next(last) : [];
  }
}
