import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import { keepConnections } from '../../http/keep-connections.ts';
import { INVENTED_HEADER } from '../lgsp/shape.ts';
import { batchRoutes, refuseByProblem } from './batch-routes.ts';
import { ServiceState } from './faults.ts';
import type { SimulatorAccess } from './lgsp/access-gate.ts';
import { lgspRoutes } from './lgsp/lgsp-routes.ts';
import { makeSimulatorService, type ServiceConfig, type SimulatorService } from './simulator-service.ts';
import { BODY_LIMIT, MAX_CLAIMS, type WireSettings } from './wire.ts';

/** PEM. */
interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

export interface SimulatorConfig extends ServiceConfig {
  /** 0 for any free port. */
  readonly port: number;
  /** https besides http, on any free port. */
  readonly tls?: KeyPair & {
    /** Asks for a client certificate that this authority signed, and refuses lines without one. */
    readonly clientCa?: string;
    /** What is shown while `wrongCertificate` is switched on. */
    readonly wrong?: KeyPair;
  };
  /** What the national shapes ask for before they answer. Default: nothing. */
  readonly access?: SimulatorAccess;
}

export interface RunningSimulator {
  readonly url: string;
  /** null without `tls`. */
  readonly httpsUrl: string | null;
  close(): Promise<void>;
}

/**
 * The simulated population service: invented citizens behind HTTP, on the loopback interface only, because anybody may tell it to
 * fail. See README.md here for what the register holds. Rejects when the port is taken.
 */
export async function startSimulator(config: SimulatorConfig): Promise<RunningSimulator> {
  const closing = new AbortController();
  const service = makeSimulatorService(config, closing.signal);
  const { tls } = config;
  const secure = tls && createHttpsServer(asServerOptions(tls, tls));
  const app = simulatorApp(service, config.access ?? {}, () => {
    const shown = (service.state().wrongCertificate && tls?.wrong) || tls;
    if (tls && shown) secure?.setSecureContext(asServerOptions(shown, tls));
  });
  const http = createHttpServer(app);
  secure?.on('request', app);
  const port = await listen(http, config.port);
  const securePort = secure && (await listen(secure, 0));
  return {
    url: `http://127.0.0.1:${port}`,
    httpsUrl: securePort === undefined ? null : `https://127.0.0.1:${securePort}`,
    close: async () => {
      closing.abort();
      await Promise.all([http, ...(secure ? [secure] : [])].map(closeServer));
    },
  };
}

function asServerOptions({ key, cert }: KeyPair, { clientCa }: NonNullable<SimulatorConfig['tls']>) {
  return {
    key,
    cert,
    ...(clientCa === undefined ? {} : { ca: clientCa, requestCert: true, rejectUnauthorized: true }),
  };
}

function simulatorApp(service: SimulatorService, access: SimulatorAccess, onSwitch: () => void): express.Express {
  const { register, memory, logger } = service;
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set(INVENTED_HEADER, '1');
    next();
  });

  app.get('/thong-tin', (_request, response) => {
    response.json({
      TenDichVu: 'Dịch vụ dân cư mô phỏng (dữ liệu thử)',
      DuLieuThu: true,
      SoCongDan: register.citizens,
      SoLuotMoiGiay: service.state().ratePerSecond,
      SoYeuCauToiDaMoiLuot: MAX_CLAIMS,
      DangMoCua: !service.state().closed,
      SoYeuCauDaTraLoi: memory.answered,
    } satisfies WireSettings);
  });

  app.post('/dieu-khien', express.json({ limit: BODY_LIMIT }), (request, response) => {
    const switches = ServiceState.partial().safeParse(request.body);
    if (!switches.success) return refuseByProblem(response, 'du-lieu-sai');
    const state = service.change(switches.data as Partial<ServiceState>);
    onSwitch();
    logger.info({ state }, 'switched');
    response.json(state);
  });

  app.use(batchRoutes(service));
  app.use(lgspRoutes(service, access));

  app.use((_request, response) => refuseByProblem(response, 'khong-co'));
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
    if (status === 413) return refuseByProblem(response, 'qua-lon');
    if (typeof status === 'number' && status < 500) return refuseByProblem(response, 'du-lieu-sai');
    // The name only: the message of a parser quotes what it was given.
    logger.error({ error: error instanceof Error ? error.name : typeof error }, 'failed');
    refuseByProblem(response, 'loi-noi-bo');
  });
  return app;
}

function listen(server: Server, port: number): Promise<number> {
  keepConnections(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
