import { sheetPortContract } from '../desk/sheet-port.contract.ts';
import { fileHarness } from './file-harness.ts';

sheetPortContract('file', fileHarness);
