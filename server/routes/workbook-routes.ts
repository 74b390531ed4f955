import type { ROUTES } from '../../contract/routes.ts';
import type { Campaign } from '../../contract/schemas/campaign.ts';
import { XLSX_MEDIA_TYPE } from '../../contract/schemas/workbook.ts';
import type { RecordKind } from '../../rules/record.ts';
import { composeWorkbook } from '../campaigns/compose-workbook.ts';
import { workbookFileName } from '../campaigns/issue-workbooks.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Caller } from '../http/authenticate.ts';
import type { Handler } from '../http/endpoint.ts';
import { inOperationOrReject, unitInScopeOrReject } from '../units/unit-access.ts';
import type { WorkbookRequest } from '../workbook-maker.ts';
import type { RouteServices } from './route-services.ts';

interface Issued {
  readonly file: Uint8Array;
  readonly request: WorkbookRequest;
}

/** The unit's workbook with its roster. */
export function getWorkbook(services: RouteServices): Handler<typeof ROUTES.getWorkbook, Issued> {
  const { store, clock } = services;
  return {
    prepare: async ({ params: { template }, query, caller }) => {
      const code = query.unit ?? caller.scope.root;
      if (code === null) throw new ApiProblem('forbidden');
      const request = store.read((): WorkbookRequest => {
        const unit = unitInScopeOrReject(store, caller.scope, code);
        inOperationOrReject(unit, clock);
        return composeWorkbook(services, unit, template, campaignOrReject(services, caller, query.campaign, code));
      });
      return { file: await services.makeWorkbook(request), request };
    },
    run: (_call, { file, request: { identity, rows } }) => ({
      file,
      fileName: workbookFileName(identity.template as RecordKind, identity.unit),
      mediaType: XLSX_MEDIA_TYPE,
      deed: { action: 'workbook-issued', unit: identity.unit, counts: { rows: rows.length } },
    }),
  };
}

function campaignOrReject(
  { store }: RouteServices,
  caller: Caller,
  campaignId: string | undefined,
  unit: string,
): Campaign | undefined {
  if (campaignId === undefined) return undefined;
  const campaign = store.campaigns.find(campaignId, caller.scope);
  if (!campaign || !store.campaigns.takesPart(unit, campaignId)) throw new ApiProblem('not-found');
  return campaign;
}
