import { type RequestHandler, Router } from 'express';
import { ROUTES, type RouteId } from '../../contract/routes.ts';
import {
  createCampaign,
  endCampaign,
  getCampaignWorkbooks,
  listCampaigns,
  listCampaignUnits,
} from '../routes/campaign-routes.ts';
import { getCarried, handIn, takeAnswers } from '../routes/carried-routes.ts';
import { askOn } from '../routes/hold-routes.ts';
import { listLoopRows, performLoopAction } from '../routes/loop-routes.ts';
import { changePassword, getMe } from '../routes/me-routes.ts';
import { endMySession, endMySessions, listMySessions } from '../routes/my-session-routes.ts';
import { getSignInWays, signInByProvider } from '../routes/provider-routes.ts';
import { push } from '../routes/push-routes.ts';
import { leaveReceipt } from '../routes/receipt-routes.ts';
import { getRecordHistory } from '../routes/record-routes.ts';
import type { RouteServices } from '../routes/route-services.ts';
import { getSendingReceipts, listSendings, undoSending } from '../routes/sending-routes.ts';
import { getHealth, getOpenApi, getSigningKey } from '../routes/server-routes.ts';
import { refreshSession, signIn, signOut } from '../routes/session-routes.ts';
import { listStatuses } from '../routes/status-routes.ts';
import { listUnits } from '../routes/unit-routes.ts';
import { getWorkbook } from '../routes/workbook-routes.ts';
import { endpoint } from './endpoint.ts';

/** Each route of the contract with its handler: leaving one out does not compile. */
const ENDPOINTS = {
  getHealth: (services) => endpoint(ROUTES.getHealth, getHealth(services), services),
  getOpenApi: (services) => endpoint(ROUTES.getOpenApi, getOpenApi(services), services),
  signIn: (services) => endpoint(ROUTES.signIn, signIn(services), services),
  refreshSession: (services) => endpoint(ROUTES.refreshSession, refreshSession(services), services),
  getSignInWays: (services) => endpoint(ROUTES.getSignInWays, getSignInWays(services), services),
  signInByProvider: (services) => endpoint(ROUTES.signInByProvider, signInByProvider(services), services),
  listMySessions: (services) => endpoint(ROUTES.listMySessions, listMySessions(services), services),
  endMySessions: (services) => endpoint(ROUTES.endMySessions, endMySessions(services), services),
  endMySession: (services) => endpoint(ROUTES.endMySession, endMySession(services), services),
  signOut: (services) => endpoint(ROUTES.signOut, signOut(services), services),
  getMe: (services) => endpoint(ROUTES.getMe, getMe(services), services),
  changePassword: (services) => endpoint(ROUTES.changePassword, changePassword(services), services),
  push: (services) => endpoint(ROUTES.push, push(services), services),
  listSendings: (services) => endpoint(ROUTES.listSendings, listSendings(services), services),
  getSendingReceipts: (services) => endpoint(ROUTES.getSendingReceipts, getSendingReceipts(), services),
  undoSending: (services) => endpoint(ROUTES.undoSending, undoSending(services), services),
  askOn: (services) => endpoint(ROUTES.askOn, askOn(services), services),
  listStatuses: (services) => endpoint(ROUTES.listStatuses, listStatuses(services), services),
  getRecordHistory: (services) => endpoint(ROUTES.getRecordHistory, getRecordHistory(services), services),
  performLoopAction: (services) => endpoint(ROUTES.performLoopAction, performLoopAction(services), services),
  listLoopRows: (services) => endpoint(ROUTES.listLoopRows, listLoopRows(services), services),
  listUnits: (services) => endpoint(ROUTES.listUnits, listUnits(), services),
  getWorkbook: (services) => endpoint(ROUTES.getWorkbook, getWorkbook(services), services),
  getSigningKey: (services) => endpoint(ROUTES.getSigningKey, getSigningKey(services), services),
  listCampaigns: (services) => endpoint(ROUTES.listCampaigns, listCampaigns(services), services),
  createCampaign: (services) => endpoint(ROUTES.createCampaign, createCampaign(services), services),
  endCampaign: (services) => endpoint(ROUTES.endCampaign, endCampaign(), services),
  listCampaignUnits: (services) => endpoint(ROUTES.listCampaignUnits, listCampaignUnits(services), services),
  getCampaignWorkbooks: (services) => endpoint(ROUTES.getCampaignWorkbooks, getCampaignWorkbooks(services), services),
  leaveReceipt: (services) => endpoint(ROUTES.leaveReceipt, leaveReceipt(services), services),
  getCarried: (services) => endpoint(ROUTES.getCarried, getCarried(services), services),
  handIn: (services) => endpoint(ROUTES.handIn, handIn(services), services),
  takeAnswers: (services) => endpoint(ROUTES.takeAnswers, takeAnswers(services), services),
} as const satisfies Record<RouteId, (services: RouteServices) => RequestHandler>;

const METHODS = { GET: 'get', POST: 'post', DELETE: 'delete' } as const;

/** The whole API and nothing else. Throws for a route without a permission. */
export function apiRouter(services: RouteServices): Router {
  const router = Router();
  for (const [id, make] of Object.entries(ENDPOINTS) as [RouteId, (typeof ENDPOINTS)[RouteId]][]) {
    const { method, path } = ROUTES[id];
    router[METHODS[method]](path, make(services));
  }
  return router;
}
