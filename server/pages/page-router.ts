import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Response, Router } from 'express';
import { ApiProblem } from '../http/api-problem.ts';
import { pageHeaders } from '../http/security-headers.ts';
import type { Store } from '../store/store.ts';
import { MANIFEST_ORIGIN, manifestAt } from './manifest-at.ts';
import type { PageConfig } from './page-config.ts';
import { findText, sendPage } from './send-page.ts';
import { type SignInPageServices, signInPages } from './sign-in-pages.ts';
import { startPage } from './start-page.ts';

const OFFICE_JS_PLACE = '__OFFICE_JS_URL__';

/** Changes with every build, so a hashed file is right for ever. */
const HASHED_FILES = { index: false, immutable: true, maxAge: '365d', redirect: false } as const;

export interface PageServices extends SignInPageServices {
  readonly store: Store;
  readonly version: string;
  /** Address of the https listener, on which Office loads the pane; undefined without one. */
  readonly secureOrigin: () => string | undefined;
}

/** The pages for people: start page, workbench, officers' page, pane, and what they load. */
export function pageRouter(config: PageConfig, services: PageServices): Router {
  const { store, version, secureOrigin } = services;
  const router = Router();
  router.use(pageHeaders({ officeOrigin: originOf(config.officeJsUrl), frameAncestors: config.frameAncestors ?? [] }));
  router.get('/', named('/'), async (_request, response) => {
    const pagesBuilt = existsSync(join(config.pagesDir, 'ban-lam-viec.html'));
    sendFresh(response, 'html', startPage({ tryOut: await store.meta.isTryOut(), pagesBuilt, version }));
  });
  router.get('/ban-lam-viec', named('/ban-lam-viec'), async (_request, response) => {
    await sendPage(response, join(config.pagesDir, 'ban-lam-viec.html'));
  });
  router.get('/quan-ly', named('/quan-ly'), async (_request, response) => {
    await sendPage(response, join(config.pagesDir, 'quan-ly.html'));
  });
  router.use(signInPages(config, services));
  router.get(['/khung', '/khung/'], named('/khung'), async (_request, response) => {
    const edit = (html: string) => html.replaceAll(OFFICE_JS_PLACE, () => config.officeJsUrl);
    await sendPage(response, join(config.pagesDir, 'pane.html'), { edit });
  });
  router.get('/manifest.xml', named('/manifest.xml'), async (_request, response) => {
    const manifest = await findText(config.manifestFile);
    if (manifest === undefined) throw new ApiProblem('not-found');
    sendFresh(response, 'xml', manifestAt(manifest, secureOrigin() ?? MANIFEST_ORIGIN));
  });
  router.use('/assets', named('/assets'), express.static(join(config.pagesDir, 'assets'), HASHED_FILES));
  if (config.officeJsDir !== undefined) {
    router.use(
      '/office-js',
      named('/office-js'),
      express.static(config.officeJsDir, { index: false, redirect: false }),
    );
  }
  return router;
}

/** The name under which a page stands in the log. */
function named(route: string): RequestHandler {
  return function nameRoute(_request, response, next) {
    response.locals.route = route;
    next();
  };
}

/** The page itself is asked for each time; what it loads is hashed and kept. */
function sendFresh(response: Response, type: 'html' | 'xml', text: string): void {
  response.status(200).set('Cache-Control', 'no-cache').type(type).send(text);
}

/** A path of our own is covered by 'self'. */
function originOf(url: string): string | undefined {
  return url.startsWith('/') ? undefined : new URL(url).origin;
}
