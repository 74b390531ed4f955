import type { LgspConfigInput } from '../../../../server/population/lgsp/lgsp-config.ts';

/** A whole configuration for the simulated service, with changes. */
export function lgspConfig(changes: Partial<LgspConfigInput> & Pick<LgspConfigInput, 'url'>): LgspConfigInput {
  return {
    form: 'soap',
    operation: 'verify',
    unit: { element: 'MaDonVi', serviceCode: 'G22-TS01', account: 'so-gddt-01' },
    access: { method: 'none' },
    codes: { success: ['00'], closedHours: ['ngoai-gio'] },
    ratePerSecond: 1000,
    timeoutMs: 30_000,
    register: 'invented',
    ...changes,
  };
}
