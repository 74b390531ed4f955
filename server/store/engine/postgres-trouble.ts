import { ServerError } from '../../server-error.ts';

/** Where the database is, without who asks and with which password. */
export interface DatabaseAddress {
  readonly host: string;
  readonly database: string;
}

/** SQLSTATE classes and codes (PostgreSQL, appendix A) and those of Node's sockets. */
const REFUSED = /^(?:28...|42501)$/;
const MISSING = '3D000';
/** Connection, resources, operator intervention; then sockets and TLS. */
const UNREACHABLE = /^(?:(?:08|53|57)...|E[A-Z]+|[A-Z]+(?:_[A-Z]+)+)$/;

/** Two transactions hold each other up: PostgreSQL has ended ours, and nothing of it was written. */
export function isTransactionConflict(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

/** What keeps a store from being opened, for people; anything that is no trouble of the connection comes back as it is. */
export function asDatabaseTrouble(error: unknown, { host, database }: DatabaseAddress): unknown {
  if (error instanceof ServerError) return error;
  const code = codeOf(error);
  if (code === MISSING) return new ServerError('database-missing', { host, database }, { cause: error });
  if (code !== undefined && REFUSED.test(code)) {
    return new ServerError('database-refused', { host, database, detail: code }, { cause: error });
  }
  if (code === undefined ? !isOfDriver(error) : !UNREACHABLE.test(code)) return error;
  return new ServerError('database-unreachable', { host, detail: code ?? 'timeout' }, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** The driver's own errors have no code. */
function isOfDriver(error: unknown): boolean {
  return error instanceof Error && /timeout|terminated|does not support SSL/i.test(error.message);
}
