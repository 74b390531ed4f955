import type { MySession } from '../contract/schemas/session.ts';
import { list, object, oneOf, text } from './read-json.ts';
import type { SyncClient } from './sync-client.ts';

const PATH = '/api/v1/me/sessions';
const WHERE = 'my-sessions';

/** The account's sign-ins that are still good, the last opened first. */
export async function listMySessions(client: SyncClient): Promise<readonly MySession[]> {
  const { items } = object(await client.authorised({ method: 'GET', path: PATH }), WHERE);
  return list(items, WHERE).map((item) => {
    const session = object(item, WHERE);
    return {
      sessionId: text(session.sessionId, WHERE),
      way: oneOf(['password', 'provider'], session.way, WHERE),
      openedAt: text(session.openedAt, WHERE),
      usedAt: text(session.usedAt, WHERE),
      expiresAt: text(session.expiresAt, WHERE),
      current: session.current === true,
    };
  });
}

export async function endMySession(client: SyncClient, sessionId: string): Promise<void> {
  await client.authorised({ method: 'DELETE', path: `${PATH}/${encodeURIComponent(sessionId)}` });
}

/** Ends every sign-in of the account, this one as well. */
export async function endMySessions(client: SyncClient): Promise<void> {
  await client.authorised({ method: 'DELETE', path: PATH });
}
