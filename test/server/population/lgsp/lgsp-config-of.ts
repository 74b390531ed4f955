import assert from 'node:assert/strict';
import { type LgspConfig, readLgspConfig } from '../../../../server/population/lgsp/lgsp-config.ts';

/** A whole configuration for the simulated service, before it is read. */
export const LGSP_INPUT = {
  url: 'http://127.0.0.1:1/',
  form: 'soap',
  operation: 'verify',
  unit: { element: 'MaDonVi', serviceCode: 'G22-TS01', account: 'so-gddt-01' },
  access: { method: 'none' },
  codes: { success: ['00'], closedHours: ['ngoai-gio'] },
  ratePerSecond: 1000,
  timeoutMs: 30_000,
  register: 'invented',
} as const;

/** The same with changes, read. Throws when they make it unusable. */
export function lgspConfig(changes: object = {}): LgspConfig {
  const read = readLgspConfig({ ...LGSP_INPUT, ...changes });
  assert.ok('config' in read, `wrong: ${'wrong' in read && read.wrong.join()}`);
  return read.config;
}
