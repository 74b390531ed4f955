import { Desk } from '../../desk/desk.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import { type FileSheetPort, openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { idMinter } from '../desk/contract-sheet.ts';
import { ScriptedServer } from '../desk/scripted-server.ts';

/** What a clerk does to a workbook file in the workbench: a desk over it, which nobody is signed in to. */
export async function fileDesk(bytes: Uint8Array): Promise<{ readonly desk: Desk; readonly port: FileSheetPort }> {
  const port = await openFileSheet(bytes);
  const desk = new Desk({
    port,
    client: new SyncClient(new ScriptedServer()),
    clock: () => ({ iso: '2026-11-22T08:00:00Z', today: { year: 2026, month: 11, day: 22 } }),
    mintId: idMinter(1000),
  });
  return { desk, port };
}
