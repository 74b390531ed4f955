const ROW_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The form in which row ids are minted, and the only one the server takes (`contract/schemas/push.ts`). */
export function isRowId(text: string): boolean {
  return ROW_ID.test(text);
}
