/** Where a command writes. Injected, so that a command can be tested without a process of its own. */
export interface CliIo {
  out(text: string): void;
  err(text: string): void;
}

/** Bad usage or unusable input: one line on stderr, exit 2, nothing written. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const EXIT = { clean: 0, findings: 1, unusable: 2 } as const;
