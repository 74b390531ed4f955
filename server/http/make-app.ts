import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { type MetricsServices, sendMetrics } from '../metrics/send-metrics.ts';
import type { PageConfig } from '../pages/page-config.ts';
import { pageRouter } from '../pages/page-router.ts';
import type { RouteServices } from '../routes/route-services.ts';
import { apiRouter } from './api-router.ts';
import { answerNotFound, answerProblem } from './problem-answer.ts';
import { generalLimit } from './rate-limits.ts';
import { requestLog } from './request-log.ts';
import { apiHeaders } from './security-headers.ts';

export interface AppServices extends RouteServices, MetricsServices {
  readonly log: Logger;
  readonly pages: PageConfig;
  readonly secureOrigin: () => string | undefined;
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed (Express' `trust proxy`); none by default. */
  readonly trustedProxies?: string;
}

/** Alive means: the process answers. It asks nothing of the store, so that a busy one is not taken for a dead process. */
const sendLive: RequestHandler = (_request, response) => {
  response.locals.route = '/live';
  response.setHeader('Cache-Control', 'no-store');
  response.status(200).type('text/plain').send('ok\n');
};

/** The whole HTTP side, without a port: API first, pages behind it, every failure through one answer. */
export function makeApp(services: AppServices): Express {
  const app = express();
  // No answer of the API may be kept, so none needs a tag; static files bring their own.
  app.set('etag', false);
  app.set('trust proxy', services.trustedProxies ?? false);
  app.use(requestLog(services.log, services.metrics));
  app.use(compression());
  app.use('/api', apiHeaders(), generalLimit(services.limits));
  app.use(apiRouter(services));
  app.use('/api', answerNotFound);
  app.get('/live', sendLive);
  app.get('/metrics', sendMetrics(services));
  app.use(pageRouter(services.pages, services));
  app.use(answerNotFound);
  app.use(answerProblem(services.log));
  return app;
}
