import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Office on the web shows the pane in a frame of these hosts; Microsoft publishes no complete list (office-js#1005). */
const OFFICE_FRAMES = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
  'https://*.live.com',
];

export interface PageSecurity {
  /** Origin of office.js, when it is not our own. */
  readonly officeOrigin: string | undefined;
  /** Further pages that may frame the pane, such as an own Office Online Server. */
  readonly frameAncestors: readonly string[];
}

/**
 * What every answer shares. No X-Frame-Options, which knows no list of hosts. No Strict-Transport-Security: it holds for a host
 * with all its ports and would send the plain `http://localhost` workbench to https.
 */
const COMMON = {
  xFrameOptions: false,
  strictTransportSecurity: false,
  // Office opens dialogs as pop-ups that talk back to the pane.
  crossOriginOpenerPolicy: false,
  // Office's own pages fetch the manifest's icons.
  crossOriginResourcePolicy: { policy: 'cross-origin' },
} as const;

export function apiHeaders(): RequestHandler {
  const protect = helmet({
    ...COMMON,
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  });
  return function setApiHeaders(request, response, next) {
    response.setHeader('Cache-Control', 'no-store');
    protect(request, response, next);
  };
}

/** Scripts from here and from office.js' origin only. Styles may stand inline: office.js and the grid write them so. */
export function pageHeaders({ officeOrigin, frameAncestors }: PageSecurity): RequestHandler {
  const office = officeOrigin === undefined ? [] : [officeOrigin];
  return helmet({
    ...COMMON,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...office],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', ...office],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ...office],
        frameSrc: ["'self'", ...office],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'", ...OFFICE_FRAMES, ...frameAncestors],
      },
    },
  });
}
