import { RecordCipher } from '../../../server/crypto/record-cipher.ts';
import { Store } from '../../../server/store/store.ts';
import { sharedPostgres } from '../../support/shared-postgres.ts';
import { describeCarried } from './carried.contract.ts';
import { describeLoop } from './loop.contract.ts';
import { describeQueue } from './queue.contract.ts';
import { describeRecords } from './records.contract.ts';
import { describeRetention } from './retention.contract.ts';
import { describeSettling } from './settling.contract.ts';
import { describeStore } from './store.contract.ts';

async function open(): Promise<Store> {
  const postgres = await sharedPostgres();
  return Store.connect(await postgres.makeDatabase(), RecordCipher.create());
}

describeStore('PostgreSQL', open);
describeLoop('PostgreSQL', open);
describeRecords('PostgreSQL', open);
describeQueue('PostgreSQL', open);
describeRetention('PostgreSQL', open);
describeSettling('PostgreSQL', open);
describeCarried('PostgreSQL', open);
