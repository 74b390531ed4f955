import { ROLES, type Role } from '../contract/role.ts';
import { createAccount } from '../server/admin/create-account.ts';
import { resetPassword } from '../server/admin/reset-password.ts';
import { type CliIo, UsageError } from './cli-io.ts';
import { openStoreOf } from './open-store.ts';

export interface UserAddOptions {
  readonly dataDir: string;
  readonly role: string;
  readonly unit?: string;
  readonly name?: string;
}

/** `sosach user add NAME --role ROLE --unit CODE`: prints the one-time password, once. May run beside `serve`. */
export async function runUserAdd(username: string, options: UserAddOptions, io: CliIo): Promise<void> {
  const role = readRole(options.role);
  const store = await openStoreOf(options.dataDir);
  try {
    const displayName = options.name?.trim() || username;
    const { password } = await createAccount(store, { username, displayName, role, unit: options.unit ?? null });
    sayPassword(username, password, io);
  } finally {
    await store.close();
  }
}

/** `sosach user reset NAME`: a new one-time password; every sign-in of the account ends. */
export async function runUserReset(
  username: string,
  { dataDir }: { readonly dataDir: string },
  io: CliIo,
): Promise<void> {
  const store = await openStoreOf(dataDir);
  try {
    sayPassword(username, await resetPassword(store, username), io);
  } finally {
    await store.close();
  }
}

function sayPassword(username: string, password: string, io: CliIo): void {
  io.out(`${username}: mật khẩu dùng một lần / one-time password: ${password}\n`);
}

function readRole(text: string): Role {
  const role = ROLES.find((candidate) => candidate === text);
  if (!role) throw new UsageError(`--role ${text}: chỉ có ${ROLES.join(', ')} (unknown role)`);
  return role;
}
