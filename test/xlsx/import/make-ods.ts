import { platformCodec } from '../../../xlsx/package/codec.ts';
import { PackageWriter } from '../../../xlsx/package/package-writer.ts';

const NAMES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"';

export interface HandMadeOds {
  /** `table:table` elements. */
  readonly tables: string;
  readonly styles?: string;
  readonly kind?: string;
  readonly manifest?: string;
}

/** An OpenDocument spreadsheet written out by hand, with what LibreOffice writes and libraries do not. */
export async function makeOds({
  tables,
  styles = '',
  kind = 'spreadsheet',
  manifest = '',
}: HandMadeOds): Promise<Uint8Array> {
  const writer = new PackageWriter(platformCodec);
  const parts = {
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${manifest}</manifest:manifest>`,
  };
  for (const [name, text] of Object.entries(parts)) await writer.add(name, new TextEncoder().encode(text));
  return writer.finish();
}
