import type { ROUTES } from '../../contract/routes.ts';
import { XLSX_MEDIA_TYPE } from '../../contract/schemas/workbook.ts';
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
 * The unit's workbook with its roster. It keeps the identity of the newest workbook that the unit sent from, so that rows pushed
 * from this copy are the same rows; a unit that has sent nothing gets one id for good.
 */
export function getWorkbook(services: RouteServices): Handler<typeof ROUTES.getWorkbook, Issued> {
  const { store, clock } = services;
  return {
    prepare: async ({ params: { template }, query, caller }) => {
      const code = query.unit ?? caller.scope.root;
      if (code === null) throw new ApiProblem('forbidden');
      const request = store.read((): WorkbookRequest => {
        const unit = unitInScopeOrReject(store, caller.scope, code);
        inOperationOrReject(unit, clock);
        const latest = store.workbooks.findLatest(code, template);
        const workbookId = latest?.workbookId ?? `${code}.${template}`;
        return {
          template,
          unit: { code, name: unit.name },
          campaign: latest?.campaign ?? '',
          workbookId,
          issuedAt: new Date(clock.now()).toISOString(),
          rows: store.records.roster(code, workbookId),
          tryOut: store.meta.isTryOut(),
        };
      });
      return { file: await services.makeWorkbook(request), request };
    },
    run: (_call, { file, request }) => ({
      file,
      fileName: `so-sach-${request.template}-${request.unit.code}.xlsx`,
      mediaType: XLSX_MEDIA_TYPE,
      deed: { action: 'workbook-issued', unit: request.unit.code, counts: { rows: request.rows.length } },
    }),
  };
}
