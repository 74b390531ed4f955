import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecordCipher } from '../../../server/crypto/record-cipher.ts';
import { Store } from '../../../server/store/store.ts';
import { describeCarried } from './carried.contract.ts';
import { describeLoop } from './loop.contract.ts';
import { describeQueue } from './queue.contract.ts';
import { describeRecords } from './records.contract.ts';
import { describeRetention } from './retention.contract.ts';
import { describeSettling } from './settling.contract.ts';
import { describeStore } from './store.contract.ts';

const folders: string[] = [];

async function open(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'so-sach-store-'));
  folders.push(folder);
  return Store.open(join(folder, 'so-sach.sqlite'), RecordCipher.create());
}

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describeStore('SQLite', open);
describeLoop('SQLite', open);
describeRecords('SQLite', open);
describeQueue('SQLite', open);
describeRetention('SQLite', open);
describeSettling('SQLite', open);
describeCarried('SQLite', open);
