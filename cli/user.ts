import { ROLES, type Role } from '../contract/role.ts';
import { findPlainDate } from '../rules/plain-date.ts';
import { accountOrReject } from '../server/admin/account-or-reject.ts';
import type { AccountPlace } from '../server/admin/account-place.ts';
import { changeAccount, endSessions, setAccountOpen } from '../server/admin/change-account.ts';
import { createAccount } from '../server/admin/create-account.ts';
import { resetPassword } from '../server/admin/reset-password.ts';
import { unlockAccount } from '../server/admin/unlock-account.ts';
import { isoInstant, SYSTEM_CLOCK } from '../server/clock.ts';
import { AccessTokens, loadTokenKey } from '../server/crypto.ts';

import { SignInLock } from '../server/session/sign-in-lock.ts';
import type { Store } from '../server/store/store.ts';
import { type CliIo, UsageError } from './cli-io.ts';
import { openStoreOf } from './open-store.ts';

export interface UserPlaceOptions {
  readonly data: string;
  readonly role?: string;
  readonly unit?: string;
  readonly class?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

export interface UserAddOptions extends UserPlaceOptions {
  readonly role: string;
  readonly name?: string;
}

/** `sosach user add NAME --role ROLE --unit CODE`: prints the one-time password, once. All of these may run beside `serve`. */
export async function runUserAdd(username: string, options: UserAddOptions, io: CliIo): Promise<void> {
  const place = readPlace(options);
  const account = { username, displayName: options.name?.trim() || username, role: readRole(options.role), unit: null };
  await inStore(options.data, async (store) => {
    const { password } = await createAccount(store, { ...account, ...place });
    sayPassword(username, password, io);
  });
}

/** `sosach user reset NAME`: a new one-time password; every sign-in of the account ends. */
export async function runUserReset(username: string, { data }: { readonly data: string }, io: CliIo): Promise<void> {
  await inStore(data, async (store) => sayPassword(username, await resetPassword(store, username), io));
}

/** `sosach user change NAME`: another role, unit, classes or days; every sign-in of the account ends. */
export async function runUserChange(username: string, options: UserPlaceOptions, io: CliIo): Promise<void> {
  const place = readPlace(options);
  if (Object.keys(place).length === 0) {
    throw new UsageError('user change: cần --role, --unit, --class, --from hoặc --to (nothing to change)');
  }
  await inStore(options.data, (store) => changeAccount(store, username, place));
  say(username, 'đã đổi, các phiên đã kết thúc', 'changed, its sign-ins ended', io);
}

/** `sosach user disable|enable NAME` */
export async function runUserOpen(
  username: string,
  { data, open }: { readonly data: string; readonly open: boolean },
  io: CliIo,
): Promise<void> {
  await inStore(data, (store) => setAccountOpen(store, username, open));
  if (open) say(username, 'đã mở lại', 'open again', io);
  else say(username, 'đã đóng, các phiên đã kết thúc', 'closed, its sign-ins ended', io);
}

/** `sosach user unlock NAME`: forgets the wrong passwords typed for it. */
export async function runUserUnlock(username: string, { data }: { readonly data: string }, io: CliIo): Promise<void> {
  const lock = new SignInLock(SYSTEM_CLOCK, new AccessTokens(loadTokenKey(data)));
  const wasLocked = await inStore(data, (store) => unlockAccount(store, lock, username));
  if (wasLocked) say(username, 'đã mở khóa', 'unlocked', io);
  else say(username, 'không bị khóa', 'was not locked', io);
}

/** `sosach user sessions NAME [--end]`: where somebody is signed in; ends it all if told to. */
export async function runUserSessions(
  username: string,
  { data, end }: { readonly data: string; readonly end?: boolean },
  io: CliIo,
): Promise<void> {
  await inStore(data, async (store) => {
    const { accountId } = await accountOrReject(store, username);
    const found = await store.sessions.list(accountId, SYSTEM_CLOCK.now());
    for (const { openedAt, usedAt, way } of found) {
      io.out(`${isoInstant(openedAt)} → ${isoInstant(usedAt)}  ${way}\n`);
    }
    if (end) await endSessions(store, username);
    const count = String(found.length);
    if (end) say(username, `đã kết thúc ${count} phiên`, `${count} sign-ins ended`, io);
    else say(username, `${count} phiên đang mở`, `${count} sign-ins open`, io);
  });
}

export async function inStore<T>(dataDir: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStoreOf(dataDir);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export function say(username: string, vi: string, en: string, io: CliIo): void {
  io.out(`${username}: ${vi} / ${en}\n`);
}

function sayPassword(username: string, password: string, io: CliIo): void {
  say(username, 'mật khẩu dùng một lần', `one-time password: ${password}`, io);
}

/** What was given, and no more. */
function readPlace({ role, unit, class: classes, from, to }: UserPlaceOptions): Partial<AccountPlace> {
  return {
    ...(role === undefined ? {} : { role: readRole(role) }),
    ...(unit === undefined ? {} : { unit }),
    ...(classes === undefined ? {} : { classes }),
    ...(from === undefined ? {} : { validFrom: readDay('--from', from) }),
    ...(to === undefined ? {} : { validTo: readDay('--to', to) }),
  };
}

function readRole(text: string): Role {
  const role = ROLES.find((candidate) => candidate === text);
  if (!role) throw new UsageError(`--role ${text}: chỉ có ${ROLES.join(', ')} (unknown role)`);
  return role;
}

const OPEN_END = 'none';

function readDay(option: string, text: string): string | null {
  if (text === OPEN_END) return null;
  if (!findPlainDate(text))
    throw new UsageError(`${option} ${text}: cần dạng 2026-09-05 hoặc ${OPEN_END} (a day, or none)`);
  return text;
}
