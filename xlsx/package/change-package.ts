import { type DeflatedPart, PackageWriter } from './package-writer.ts';
import { recordEnds } from './record-ends.ts';
import type { WorkbookPackage } from './workbook-package.ts';

/** Parts by name: their new contents, or null for parts that go. */
export type PartChanges = ReadonlyMap<string, PartChange>;
export type PartChange = Uint8Array | DeflatedPart | null;

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
  const left = new Map([...changes].map(([name, change]) => [name.toLowerCase(), { name, change }]));
  const ends = recordEnds(file.directory);
  for (const entry of file.directory.entries) {
    const changed = left.get(entry.name.toLowerCase());
    left.delete(entry.name.toLowerCase());
    if (changed === undefined) {
      file.raw(entry);
      writer.copy(file, entry, ends.get(entry) ?? file.directory.at);
    } else await addPart(writer, entry.name, changed.change);
  }
  for (const { name, change } of left.values()) await addPart(writer, name, change);
  await last?.(writer);
  return writer.finish();
}

async function addPart(writer: PackageWriter, name: string, change: PartChange): Promise<void> {
  if (change instanceof Uint8Array) await writer.add(name, change);
  else if (change !== null) writer.addDeflated(name, change);
}
