/** What a supervised child (`serve`, `simulate`) tells its parent over the IPC channel once it answers. */
export interface ChildReady {
  readonly ready: true;
  readonly url: string;
  readonly httpsUrl: string | null;
}

/** Says so to a supervising parent, if there is one, and ends with it: an orphan would keep the port and the database. */
export function announceReady(urls: Omit<ChildReady, 'ready'>, stop: () => void): void {
  if (!process.send) return;
  process.send({ ready: true, ...urls } satisfies ChildReady);
  process.once('disconnect', stop);
  // Listening must not keep a process alive that has closed everything else: it would have to be killed.
  process.channel?.unref();
}

export function isChildReady(message: unknown): message is ChildReady {
  return typeof message === 'object' && message !== null && 'ready' in message && message.ready === true;
}
