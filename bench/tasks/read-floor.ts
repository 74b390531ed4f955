import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { zlibCodec } from '../../cli/zlib-codec.ts';
import { WorkbookPackage } from '../../xlsx/package/workbook-package.ts';
import { runTask } from './run-task.ts';

/** What no reader can do without: every part inflated, every shared string decoded once, one after the other. */
await runTask(async (path) => {
  const file = new WorkbookPackage(readFileSync(path!), zlibCodec);
  const texts: string[] = [];
  for (const entry of file.directory.entries) {
    const part = inflateRawSync(file.raw(entry), { maxOutputLength: entry.inflatedSize });
    if (!entry.name.endsWith('sharedStrings.xml')) continue;
    for (let start = part.indexOf('<t'); start >= 0; start = part.indexOf('<t', start)) {
      const from = part.indexOf('>', start) + 1;
      start = part.indexOf('<', from);
      texts.push(part.toString('utf8', from, start));
    }
  }
  return texts.length;
});
