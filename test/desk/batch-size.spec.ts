import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PUSH_MAX_ROWS } from '../../contract/push-limits.ts';
import { BATCH_TARGET_MS, FEWEST_BATCH_ROWS, FIRST_BATCH_ROWS, nextBatchRows } from '../../desk/batch-size.ts';

describe('batch size', () => {
  it('stays while a batch takes as long as it should', () => {
    for (const milliseconds of [BATCH_TARGET_MS.least, BATCH_TARGET_MS.aim, BATCH_TARGET_MS.most]) {
      assert.equal(nextBatchRows(200, { rows: 200, milliseconds }), 200);
    }
  });

  it('takes larger and smaller steps, but none without measure', () => {
    assert.equal(nextBatchRows(50, { rows: 50, milliseconds: 0 }), 200);
    assert.equal(nextBatchRows(100, { rows: 100, milliseconds: 1750 }), 200);
    assert.equal(nextBatchRows(100, { rows: 100, milliseconds: 7000 }), 50);
    assert.equal(nextBatchRows(400, { rows: 400, milliseconds: 600_000 }), 100);
  });

  it('learns nothing upwards from a batch that was cut short', () => {
    assert.equal(nextBatchRows(400, { rows: 3, milliseconds: 20 }), 400);
    assert.equal(nextBatchRows(400, { rows: 40, milliseconds: 7000 }), 20, 'downwards it does');
  });

  it('never leaves its bounds, whatever a line does', () => {
    const timing = fc.record({ rows: fc.integer({ min: 1, max: PUSH_MAX_ROWS }), milliseconds: fc.nat(1_000_000) });
    fc.assert(
      fc.property(fc.array(timing, { maxLength: 30 }), (timings) => {
        let allowed = FIRST_BATCH_ROWS;
        for (const { rows, milliseconds } of timings) {
          allowed = nextBatchRows(allowed, { rows: Math.min(rows, allowed), milliseconds });
          assert.ok(Number.isInteger(allowed) && allowed >= FEWEST_BATCH_ROWS && allowed <= PUSH_MAX_ROWS);
        }
      }),
    );
  });

  it('comes within the target in a few batches on any steady line, or to a bound, and stays there', () => {
    // What a request costs by itself, and what a row costs: from a fast line to one of 2 kbit/s.
    const line = fc.record({ request: fc.nat(1900), row: fc.double({ min: 0.05, max: 1500, noNaN: true }) });
    fc.assert(
      fc.property(line, ({ request, row }) => {
        const duration = (rows: number) => request + rows * row;
        let allowed = FIRST_BATCH_ROWS;
        for (let batch = 0; batch < 8; batch++) {
          allowed = nextBatchRows(allowed, { rows: allowed, milliseconds: duration(allowed) });
        }
        const took = duration(allowed);
        const isAtTarget = took >= BATCH_TARGET_MS.least && took <= BATCH_TARGET_MS.most;
        const isAtBound =
          (allowed === PUSH_MAX_ROWS && took < BATCH_TARGET_MS.least) ||
          (allowed === FEWEST_BATCH_ROWS && took > BATCH_TARGET_MS.most);
        assert.ok(isAtTarget || isAtBound, `${allowed} rows take ${took} ms`);
        assert.equal(nextBatchRows(allowed, { rows: allowed, milliseconds: took }), allowed);
      }),
    );
  });
});
