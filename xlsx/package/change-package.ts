import { PackageWriter } from './package-writer.ts';
import { recordEnds } from './record-ends.ts';
import type { WorkbookPackage } from './workbook-package.ts';

/** Parts by name: their new contents, or null for parts that go. */
export type PartChanges = ReadonlyMap<string, Uint8Array | null>;

/**
 * The package with some parts changed, new ones behind the others. Every other entry is copied as the raw bytes it is, at the
 * place in the order it had. Part names are told apart without regard to case.
 * @param last called before the directory is written, to add what depends on where everything stands
 */
export async function changePackage(
  file: WorkbookPackage,
  changes: PartChanges,
  last?: (writer: PackageWriter) => Promise<void>,
): Promise<Uint8Array> {
  const writer = new PackageWriter(file.codec);
  const left = new Map([...changes].map(([name, bytes]) => [name.toLowerCase(), { name, bytes }]));
  const ends = recordEnds(file.directory);
  for (const entry of file.directory.entries) {
    const change = left.get(entry.name.toLowerCase());
    left.delete(entry.name.toLowerCase());
    if (change === undefined) {
      file.raw(entry);
      writer.copy(file, entry, ends.get(entry) ?? file.directory.at);
    } else if (change.bytes !== null) await writer.add(entry.name, change.bytes);
  }
  for (const { name, bytes } of left.values()) if (bytes !== null) await writer.add(name, bytes);
  await last?.(writer);
  return writer.finish();
}
