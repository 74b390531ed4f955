import type { Health } from '../../contract/schemas/health.ts';
import type { WorkbookSigner } from '../crypto.ts';
import type { EndpointServices } from '../http/endpoint.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import type { CarriedAdapter } from '../population/carried-adapter.ts';
import type { ProviderSignIns } from '../session/oidc/provider-sign-ins.ts';
import type { Sessions } from '../session/sessions.ts';
import type { SignInLock } from '../session/sign-in-lock.ts';
import type { Tables } from '../store/tables.ts';
import type { PushReader } from '../sync/push-reader.ts';
import type { ClaimAuthority } from '../verification/find-claim.ts';
import type { WorkbookMaker } from '../workbook-maker.ts';

/** The foreground's view of the verification queue. */
export interface QueueView {
  /** Something new may be due. */
  wake(): void;
  /** Whether anybody is asked right now, and if not, why. */
  standing(tables: Tables): Promise<Health['verification']>;
  /** Seconds until the next `rows` answers are in at the granted rate; null when nobody is there to ask. */
  etaSeconds(tables: Tables, rows: number): Promise<number | null>;
}

/** What the handlers stand on. */
export interface RouteServices extends EndpointServices {
  readonly sessions: Sessions;
  readonly signInLock: SignInLock;
  /** null: there is no other service to sign in with. */
  readonly providerSignIns: ProviderSignIns | null;
  /** The origin that it sends people back to. */
  readonly signInOrigin: () => string;
  readonly queue: QueueView;
  /** The service that questions are carried to by hand; null: there is none, or one that is asked by the queue. */
  readonly carried: CarriedAdapter | null;
  /** In whose name and why is asked. */
  readonly authority: ClaimAuthority;
  readonly pushReader: PushReader;
  readonly makeWorkbook: WorkbookMaker;
  readonly signer: WorkbookSigner;
  readonly limits: RateLimits;
  readonly version: string;
  /** Where people write for help; null where nobody was named. */
  readonly supportAddress: string | null;
}
