import type { ROUTES } from '../../contract/routes.ts';
import { XLSX_MEDIA_TYPE } from '../../contract/schemas/workbook.ts';
import {
  answeredQuestions,
  type KnownQuestion,
  openQuestions,
  questionsToCarry,
} from '../carried/carried-questions.ts';
import { carriedState, composeHandIn, type HandIn, noteHandedIn } from '../carried/hand-in.ts';
import { takeAnswers as writeAnswers } from '../carried/take-answers.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Caller } from '../http/authenticate.ts';
import type { Handler } from '../http/endpoint.ts';
import type { CarriedAdapter, CarriedAnswers, RefusedList } from '../population/carried-adapter.ts';
import type { Tables } from '../store/tables.ts';
import { inOperationOrReject, unitInScopeOrReject } from '../units/unit-access.ts';
import type { RouteServices } from './route-services.ts';

/** How far the unit's hand-carried questions have come. */
export function getCarried({ carried, authority }: RouteServices): Handler<typeof ROUTES.getCarried> {
  return {
    run: async ({ caller, query }, _prepared, tables) => {
      const code = unitOrReject(caller, query.unit);
      await unitInScopeOrReject(tables, caller.scope, code);
      return { json: await carriedState(tables, code, authority, carried) };
    },
  };
}

/** The workbook is made before the transaction: nobody else waits for it, and what changed meanwhile stays unsent. */
export function handIn(services: RouteServices): Handler<typeof ROUTES.handIn, HandIn> {
  const { store, clock, authority } = services;
  return {
    prepare: async ({ caller, query }) => {
      const code = unitOrReject(caller, query.unit);
      const adapter = carriedOrReject(services);
      const questions = await store.read(async (tables) => {
        await admitOrReject(tables, services, caller, code);
        return questionsToCarry(tables, code, authority);
      });
      return composeHandIn(questions, query.form, adapter);
    },
    run: async ({ caller, query }, made, tables) => {
      const code = unitOrReject(caller, query.unit);
      const { bytes, rows, withoutCode } = made.written;
      const fresh = await noteHandedIn(tables, code, made, clock.now());
      return {
        file: bytes,
        fileName: `csdl-nganh-${query.form === 'staff' ? 'nhan-su' : 'hoc-sinh'}-${code}.xlsx`,
        mediaType: XLSX_MEDIA_TYPE,
        deed: { action: 'questions-handed-in', unit: code, counts: { rows, fresh, withoutCode: withoutCode.length } },
      };
    },
  };
}

interface ReadList {
  readonly adapter: CarriedAdapter;
  readonly questions: readonly KnownQuestion[];
  readonly read: CarriedAnswers;
}

export function takeAnswers(services: RouteServices): Handler<typeof ROUTES.takeAnswers, ReadList> {
  const { store, clock, authority, metrics } = services;
  return {
    prepare: async ({ caller, query, file }) => {
      const code = unitOrReject(caller, query.unit);
      const adapter = carriedOrReject(services);
      const questions = await store.read(async (tables) => {
        await admitOrReject(tables, services, caller, code);
        const answered = await answeredQuestions(tables, code, authority, adapter);
        return [...(await openQuestions(tables, code, authority)), ...answered];
      });
      const read = await adapter.readAnswers(
        file,
        questions.map(({ question }) => question),
      );
      if ('refused' in read) throw new ApiProblem(REFUSALS[read.refused], { detail: read.detail });
      return { adapter, questions, read };
    },
    run: async ({ caller, query }, { adapter, questions, read }, tables) => {
      const code = unitOrReject(caller, query.unit);
      const { taken, outcomes } = await writeAnswers(
        tables,
        adapter,
        questions,
        read,
        caller.account.accountId,
        clock.now(),
      );
      const { lines, applied, known } = taken;
      return {
        json: taken,
        deed: { action: 'answers-taken', unit: code, counts: { lines, applied, known } },
        committed: () => {
          for (const outcome of outcomes) metrics.countVerdict(outcome);
        },
      };
    },
  };
}

const REFUSALS = {
  unreadable: 'list-unreadable',
  'own-workbook': 'list-is-own-workbook',
  'no-status': 'list-without-results',
  'no-list': 'list-not-recognised',
} as const satisfies Record<RefusedList['refused'], string>;

/** Operators have no unit and no right to records; the permission has turned them away before. */
function unitOrReject({ scope }: Caller, unit: string | undefined): string {
  const code = unit ?? scope.root;
  if (code === null) throw new ApiProblem('forbidden');
  return code;
}

function carriedOrReject({ carried }: RouteServices): CarriedAdapter {
  if (carried === null) throw new ApiProblem('carried-not-used');
  return carried;
}

async function admitOrReject(tables: Tables, { clock }: RouteServices, caller: Caller, code: string): Promise<void> {
  inOperationOrReject(await unitInScopeOrReject(tables, caller.scope, code), clock);
}
