/** The address that the manifest in the repository names: the try-out's. */
export const MANIFEST_ORIGIN = 'https://localhost:8788';

/** The repository's manifest as a server hands it out that people reach at `origin`. Id and version stay: it is the same add-in. */
export function manifestAt(manifest: string, origin: string): string {
  return manifest.replaceAll(MANIFEST_ORIGIN, () => origin);
}
