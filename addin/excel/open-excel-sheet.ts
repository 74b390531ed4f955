import type { SheetPort } from '../../desk/sheet-port.ts';
import { toSheetError } from './excel-errors.ts';
import { ExcelSheetPort } from './excel-sheet-port.ts';
import type { HostAbilities } from './host-abilities.ts';

/** What the pane gets of Excel. */
export interface OpenedExcel {
  readonly port: SheetPort;
  /** Calls back when another sheet comes to the front. Returns how to stop. */
  watchSheet(onChange: () => void): () => void;
}

/**
 * The open workbook, for the pane. To be called once `officeReady` has said `ready`.
 * @param onFailure hears of an Excel that would not tell of sheets coming to the front
 */
export function openExcelSheet(abilities: HostAbilities, onFailure: (error: unknown) => void): OpenedExcel {
  return {
    port: new ExcelSheetPort({ abilities }),
    watchSheet(onChange) {
      let stopped = false;
      const registering = Excel.run({ delayForCellEdit: true }, async (context) => {
        const added = context.workbook.worksheets.onActivated.add(async () => {
          if (!stopped) onChange();
        });
        await context.sync();
        return added;
      });
      registering.catch((error: unknown) => onFailure(toSheetError(error)));
      return () => {
        stopped = true;
        registering
          .then((added) =>
            Excel.run(added.context, async (context) => {
              added.remove();
              await context.sync();
            }),
          )
          // The pane is going away; Excel drops its handlers with it.
          .catch(() => {});
      };
    },
  };
}
