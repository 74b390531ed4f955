import type { Logger } from 'pino';
import { traceOf } from '../http/problem-answer.ts';
import type { Store } from './store.ts';

const DAY_MS = 24 * 3600_000;

/**
 * Writes the end of the audit trail to the log, now and daily: a log that is carried elsewhere makes a trail that is cut off or
 * written anew show. Written at every level but `silent`, because the usual one would drop it. Returns the end of it.
 */
export async function anchorAudit(store: Store, log: Logger): Promise<() => void> {
  const anchors = log.child({}, { level: log.level === 'silent' ? 'silent' : 'info' });
  const write = async () => {
    try {
      const { events, hash } = await store.read((tables) => tables.audit.head());
      anchors.info({ events, hash }, 'audit anchor');
    } catch (error) {
      log.error(traceOf(error), 'audit anchor failed');
    }
  };
  await write();
  const timer = setInterval(() => void write(), DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
