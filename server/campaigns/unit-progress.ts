import type { Campaign, KindProgress, UnitProgress } from '../../contract/schemas/campaign.ts';
import { isoInstantOrNull } from '../clock.ts';
import type { Tables } from '../store/tables.ts';
import { kindsOf } from './issue-workbooks.ts';

/** How far each of these units has come with each kind that the campaign asks for. */
export async function unitProgress(
  tables: Tables,
  campaign: Campaign,
  units: readonly { readonly unit: string; readonly name: string }[],
): Promise<UnitProgress[]> {
  const codes = units.map(({ unit }) => unit);
  const receipts = byUnitAndKind(await tables.receipts.ofUnits(campaign.campaignId, codes));
  const tallies = byUnitAndKind(await tables.tallies.ofUnits(codes));
  return units.map(({ unit, name }) => ({
    unit,
    name,
    kinds: kindsOf(campaign).map((kind): KindProgress => {
      const receipt = receipts.get(`${unit} ${kind}`);
      const tally = tallies.get(`${unit} ${kind}`);
      return {
        kind,
        sentAt: isoInstantOrNull(receipt?.sentAt),
        openedAt: isoInstantOrNull(receipt?.openedAt),
        version: receipt?.version ?? null,
        checkedAt: isoInstantOrNull(receipt?.checkedAt),
        errorRows: receipt?.errorRows ?? 0,
        stays: receipt?.stays ?? 0,
        pushedAt: isoInstantOrNull(receipt?.pushedAt),
        rows: tally?.rows ?? 0,
        verified: tally?.verified ?? 0,
        waiting: tally?.waiting ?? 0,
        notApplicable: tally?.notApplicable ?? 0,
        awaitingNumber: tally?.awaitingNumber ?? 0,
      };
    }),
  }));
}

function byUnitAndKind<T extends { readonly unit: string; readonly kind: string }>(
  rows: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [`${row.unit} ${row.kind}`, row]));
}
