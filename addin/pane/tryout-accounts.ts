import { ROLE_WORDS, type Role } from '../../contract/role.ts';
import type { Message } from '../../rules/messages.ts';

export interface OfferedAccount {
  readonly username: string;
  readonly password: string;
  readonly role: Role;
  readonly words: Message;
}

const offered = (username: string, role: Role): OfferedAccount => ({
  username,
  // Printed on the screen by `npm start` too; such a database is marked as a try-out and refuses real adapters.
  password: 'hoc-bai-2026',
  role,
  words: ROLE_WORDS[role],
});

/** The accounts that a page offers before anybody signed in, when the server says that its data is invented. */
export const TRYOUT_CLERKS: readonly OfferedAccount[] = [offered('vanthu', 'clerk'), offered('hieutruong', 'head')];
export const TRYOUT_OFFICERS: readonly OfferedAccount[] = [
  offered('canbo.so', 'officer'),
  offered('canbo.xa', 'officer'),
];
