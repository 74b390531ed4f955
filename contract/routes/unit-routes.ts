import type { RouteDeclaration } from '../route-declaration.ts';
import { UnitPage, UnitQuery } from '../schemas/unit.ts';

/** The tree of units. */
export const UNIT_ROUTES = {
  listUnits: {
    method: 'GET',
    path: '/api/v1/units',
    permission: 'units:read',
    summary: { vi: 'Đơn vị của tài khoản và các đơn vị bên dưới', en: 'The account’s unit and those below it' },
    query: UnitQuery,
    answer: { status: 200, schema: UnitPage },
    problems: [],
  },
} as const satisfies Record<string, RouteDeclaration>;
