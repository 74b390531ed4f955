/** Resolves on the first Ctrl-C or termination; later ones are left to Node, so that a hanging shutdown can be broken off. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
