import { Readable } from 'node:stream';
import type { ROUTES } from '../../contract/routes.ts';
import { XLSX_MEDIA_TYPE } from '../../contract/schemas/workbook.ts';
import type { RecordKind } from '../../rules/record.ts';
import { campaignOfUnitOrReject } from '../campaigns/campaign-access.ts';
import { composeWorkbook } from '../campaigns/compose-workbook.ts';
import { kindsOf, noteSent, workbookFileName } from '../campaigns/issue-workbooks.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handler } from '../http/endpoint.ts';
import { inOperationOrReject, unitInScopeOrReject } from '../units/unit-access.ts';
import type { WorkbookRequest } from '../workbook-maker.ts';
import type { RouteServices } from './route-services.ts';

interface Issued {
  readonly file: Uint8Array;
  readonly request: WorkbookRequest;
}

/**
 * The unit's workbook with its roster. One that is asked for by its campaign is noted as sent, whoever fetches it: an officer, to
 * pass it on, or the school itself.
 */
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
    run: async (_call, { file, request }) => ({
      stream: Readable.from(handOut(services, file, request), { objectMode: false }),
      fileName: workbookFileName(kindOf(request), request.identity.unit),
      mediaType: XLSX_MEDIA_TYPE,
      deed: { action: 'workbook-issued', unit: request.identity.unit, counts: { rows: request.rows.length } },
    }),
  };
}

/** Noted as it leaves: the transaction of a GET only reads. */
async function* handOut(
  services: RouteServices,
  file: Uint8Array,
  request: WorkbookRequest,
): AsyncGenerator<Uint8Array> {
  const { campaign, identity } = request;
  const kind = kindOf(request);
  if (campaign && kindsOf(campaign).includes(kind)) {
    await noteSent(services, [{ unit: identity.unit, campaignId: campaign.campaignId, kind }]);
  }
  yield file;
}

function kindOf({ identity }: WorkbookRequest): RecordKind {
  return identity.template as RecordKind;
}
