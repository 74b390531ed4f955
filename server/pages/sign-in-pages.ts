import { join } from 'node:path';
import { type Request, type Response, Router } from 'express';
import { PROOF_CHALLENGE } from '../../contract/schemas/session.ts';
import { generalLimit, type RateLimits } from '../http/rate-limits.ts';
import { type Handover, OPENERS, type Opener, type ProviderSignIns } from '../session/oidc/provider-sign-ins.ts';
import type { PageConfig } from './page-config.ts';
import { sendPage } from './send-page.ts';

const START = '/dang-nhap';
/** Registered with the provider, together with the server's origin. */
const CALLBACK = '/dang-nhap/xong';

export interface SignInPageServices {
  readonly providerSignIns: ProviderSignIns | null;
  readonly signInOrigin: () => string;
  readonly limits: RateLimits;
}

interface PageFacts {
  readonly step: 'go' | 'done' | 'expired';
  readonly from?: Opener;
  /** The address to go on to. */
  readonly next?: string;
  readonly challenge?: string;
  readonly code?: string;
}

/** The window in which people sign in with another service: its way out, and what meets them when they are back. */
export function signInPages(config: PageConfig, { providerSignIns, signInOrigin, limits }: SignInPageServices): Router {
  const router = Router();
  if (providerSignIns === null) return router;
  router.use(START, generalLimit(limits));

  router.get(START, async (request, response) => {
    response.locals.route = START;
    const { proof, from, ready } = readStart(request);
    if (proof === undefined || from === undefined) return send(response, 400, { step: 'expired' });
    if (from === 'excel' && !ready) {
      const next = `${START}?${new URLSearchParams({ proof, from, ready: '1' })}`;
      return send(response, 200, { step: 'go', from, next });
    }
    const begun = await providerSignIns.begin(from, proof, `${signInOrigin()}${CALLBACK}`);
    if ('handover' in begun) return send(response, 200, doneOf(begun.handover));
    response.status(302).set('Cache-Control', 'no-store').set('Location', begun.authorizationUrl).end();
  });

  router.get(CALLBACK, async (request, response) => {
    response.locals.route = CALLBACK;
    // By our own address and not by the one that the request names: the provider compares it with the one it sent people to.
    const callback = new URL(CALLBACK, signInOrigin());
    callback.search = new URL(request.originalUrl, callback).search;
    const handover = await providerSignIns.finish(callback);
    return handover ? send(response, 200, doneOf(handover)) : send(response, 400, { step: 'expired' });
  });

  /** The page holds a code: nobody keeps a copy. What is filled in is of our own making, or has been read by its form. */
  async function send(response: Response, status: number, facts: PageFacts): Promise<void> {
    const values: Readonly<Record<string, string>> = {
      __STEP__: facts.step,
      __FROM__: facts.from ?? '',
      __NEXT__: (facts.next ?? '').replaceAll('&', '&amp;'),
      __CHALLENGE__: facts.challenge ?? '',
      __CODE__: facts.code ?? '',
      __OFFICE_JS_URL__: config.officeJsUrl,
    };
    const edit = (html: string) => html.replace(/__[A-Z_]+__/g, (place) => values[place] ?? place);
    await sendPage(response, join(config.pagesDir, 'dang-nhap.html'), { status, cache: 'no-store', edit });
  }

  return router;
}

function readStart({ query }: Request): {
  readonly proof: string | undefined;
  readonly from: Opener | undefined;
  readonly ready: boolean;
} {
  const { proof, from, ready } = query;
  return {
    proof: typeof proof === 'string' && PROOF_CHALLENGE.test(proof) ? proof : undefined,
    from: OPENERS.find((opener) => opener === from),
    ready: ready === '1',
  };
}

function doneOf({ opener, challenge, code }: Handover): PageFacts {
  return { step: 'done', from: opener, challenge, code };
}
