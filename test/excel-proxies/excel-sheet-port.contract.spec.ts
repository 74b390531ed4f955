import { sheetPortContract } from '../desk/sheet-port.contract.ts';
import { excelHarness } from './excel-harness.ts';

sheetPortContract('Excel, real proxies', (workbook) => excelHarness(workbook));
