import type { RouteDeclaration } from './route-declaration.ts';
import { CAMPAIGN_ROUTES } from './routes/campaign-routes.ts';
import { CARRIED_ROUTES } from './routes/carried-routes.ts';
import { HOLD_ROUTES } from './routes/hold-routes.ts';
import { LOOP_ROUTES } from './routes/loop-routes.ts';
import { ME_ROUTES } from './routes/me-routes.ts';
import { MY_SESSION_ROUTES } from './routes/my-session-routes.ts';
import { PROVIDER_ROUTES } from './routes/provider-routes.ts';
import { PUSH_ROUTES } from './routes/push-routes.ts';
import { RECEIPT_ROUTES } from './routes/receipt-routes.ts';
import { RECORD_ROUTES } from './routes/record-routes.ts';
import { SENDING_ROUTES } from './routes/sending-routes.ts';
import { SERVER_ROUTES } from './routes/server-routes.ts';
import { SESSION_ROUTES } from './routes/session-routes.ts';
import { STATUS_ROUTES } from './routes/status-routes.ts';
import { UNIT_ROUTES } from './routes/unit-routes.ts';
import { WORKBOOK_ROUTES } from './routes/workbook-routes.ts';

/** The whole API, one file a noun; the order is that of its OpenAPI document. */
export const ROUTES = {
  ...SERVER_ROUTES,
  ...SESSION_ROUTES,
  ...PROVIDER_ROUTES,
  ...MY_SESSION_ROUTES,
  ...ME_ROUTES,
  ...PUSH_ROUTES,
  ...SENDING_ROUTES,
  ...HOLD_ROUTES,
  ...STATUS_ROUTES,
  ...RECORD_ROUTES,
  ...LOOP_ROUTES,
  ...UNIT_ROUTES,
  ...WORKBOOK_ROUTES,
  ...CAMPAIGN_ROUTES,
  ...RECEIPT_ROUTES,
  ...CARRIED_ROUTES,
} as const satisfies Record<string, RouteDeclaration>;

export type RouteId = keyof typeof ROUTES;
