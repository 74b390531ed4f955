import { ROLE_WORDS, type Role } from '../contract/role.ts';
import type { Message } from '../rules/messages.ts';

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

/** The accounts of the seeded school that the first screen offers, when the server says that its data is invented. */
export const TRYOUT_ACCOUNTS: readonly OfferedAccount[] = [offered('vanthu', 'clerk'), offered('hieutruong', 'head')];
