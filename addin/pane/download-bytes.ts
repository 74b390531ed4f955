/** What kind of file a download is (IANA media types). */
const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  zip: 'application/zip',
} as const;

/** Hands a file to the browser's downloads. */
export function downloadBytes(
  bytes: Uint8Array<ArrayBuffer> | string,
  name: string,
  type: keyof typeof MEDIA_TYPES = 'xlsx',
): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: MEDIA_TYPES[type] }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
