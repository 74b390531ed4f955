import type { ROUTES } from '../../contract/routes.ts';
import { XLSX_MEDIA_TYPE } from '../../contract/schemas/workbook.ts';
import type { RecordKind } from '../../rules/record.ts';
import { campaignOfUnitOrReject } from '../campaigns/campaign-access.ts';
import { composeWorkbook } from '../campaigns/compose-workbook.ts';
import { workbookFileName } from '../campaigns/issue-workbooks.ts';
import { ApiProblem } from '../http/api-problem.ts';
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
      const request = await store.read(async (tables): Promise<WorkbookRequest> => {
        const unit = await unitInScopeOrReject(tables, caller.scope, code);
        inOperationOrReject(unit, clock);
        const campaign =
          query.campaign === undefined
            ? undefined
            : await campaignOfUnitOrReject(tables, caller.scope, query.campaign, code);
        return composeWorkbook(tables, services, unit, template, campaign);
      });
      return { file: await services.makeWorkbook(request), request };
    },
    run: async (_call, { file, request: { identity, rows } }) => ({
      file,
      fileName: workbookFileName(identity.template as RecordKind, identity.unit),
      mediaType: XLSX_MEDIA_TYPE,
      deed: { action: 'workbook-issued', unit: identity.unit, counts: { rows: rows.length } },
    }),
  };
}
