import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount } from '../../server/admin/create-account.ts';
import { ensureOperator } from '../../server/admin/ensure-operator.ts';
import { importUnits } from '../../server/admin/import-units.ts';
import { markTryOut } from '../../server/admin/mark-try-out.ts';
import { resetPassword } from '../../server/admin/reset-password.ts';
import { openStore } from '../../server/data-folder.ts';
import { ServerError, type ServerErrorCode } from '../../server/server-error.ts';
import type { Store } from '../../server/store/store.ts';

describe('administration', () => {
  let folder: string;
  let store: Store;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'so-sach-admin-'));
    store = await openStore(folder);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const is = (code: ServerErrorCode) => (error: unknown) => error instanceof ServerError && error.code === code;
  const HEADER = 'code,name,kind,parent,validFrom,validTo';
  const TREE = `${HEADER}\nS,Sở Thử,department,,,\nX,"Xã ""Thử"", một",commune,S,2025-07-01,\nT,Trường Thử,school,X,,\n`;

  describe('importUnits', () => {
    it('reads the tree, whatever its order, line ends, separators and byte-order mark', async () => {
      const lines = TREE.trimEnd().split('\n');
      const shuffled = `\ufeff${[lines[0], lines[3], lines[2], lines[1]].join('\r\n')}\r\n\r\n`;
      assert.deepEqual(await importUnits(store, shuffled), { units: 3 });
      assert.deepEqual(await store.units.find('X'), {
        code: 'X',
        name: 'Xã "Thử", một',
        kind: 'commune',
        parent: 'S',
        validFrom: '2025-07-01',
        validTo: null,
      });
      assert.ok(await store.units.isWithin('T', { root: 'S' }));
      await importUnits(store, 'code;name;kind;parent;validFrom;validTo\nT;Trường mới;school;S;;\n');
      assert.equal((await store.units.find('T'))?.name, 'Trường mới');
      assert.ok(!(await store.units.isWithin('T', { root: 'X' })), 'moved');
    });

    const faults: readonly (readonly [string, number, RegExp])[] = [
      ['', 1, /dòng đầu/],
      ['code,name\nA,B\n', 1, /dòng đầu/],
      [`${HEADER}\n`, 1, /không có đơn vị nào/],
      [`${HEADER}\nS,Sở,department,,\n`, 2, /có 5 cột/],
      [`${HEADER}\nS,Sở,department,,,\nS T,Trường,school,S,,\n`, 3, /mã gồm/],
      [`${HEADER}\nS,,department,,,\n`, 2, /tên đơn vị/],
      [`${HEADER}\nS,Sở,huyện,,,\n`, 2, /loại phải là/],
      [`${HEADER}\nS,Sở,department,,01/07/2025,\n`, 2, /2025-07-01/],
      [`${HEADER}\nS,Sở,department,,2025-02-30,\n`, 2, /2025-07-01/],
      [`${HEADER}\nS,Sở,department,,2026-01-01,2025-01-01\n`, 2, /trước ngày bắt đầu/],
      [`${HEADER}\nS,"Sở\nThử",department,,,\nS,Sở,department,,,\n`, 4, /đã có ở dòng 2/],
      [`${HEADER}\nT,Trường,school,X,,\n`, 2, /không có đơn vị cấp trên X/],
      [`${HEADER}\nA,A,commune,B,,\nB,B,commune,A,,\n`, 2, /nằm dưới chính nó/],
      [`${HEADER}\nS,"Sở,department,,,\n`, 2, /ngoặc kép/],
      [`${HEADER}\nS,Sở "Thử",department,,,\n`, 2, /ngoặc kép/],
    ];
    for (const [csv, line, detail] of faults) {
      it(`refuses ${JSON.stringify(csv.slice(HEADER.length + 1, HEADER.length + 40) || csv)}`, async () => {
        await assert.rejects(importUnits(store, csv), (error: unknown) => {
          assert.ok(error instanceof ServerError && error.code === 'units-csv-invalid');
          assert.match(error.text.vi, new RegExp(`^Dòng ${line} `));
          assert.match(error.text.vi, detail);
          assert.match(error.text.en, new RegExp(`^Line ${line} `));
          return true;
        });
        assert.equal(await store.units.count(), 0, 'all or nothing');
      });
    }

    it('refuses a ring through units that are there already', async () => {
      await importUnits(store, TREE);
      await assert.rejects(importUnits(store, `${HEADER}\nS,Sở,department,T,,\n`), is('units-csv-invalid'));
      assert.equal((await store.units.find('S'))?.parent, null);
    });
  });

  describe('accounts', () => {
    beforeEach(() => importUnits(store, TREE));
    const account = { username: 'vanthu', displayName: 'Văn thư', role: 'clerk', unit: 'T' } as const;

    it('are refused with a bad name, a taken one, no unit or an unknown one', async () => {
      await createAccount(store, account);
      await assert.rejects(createAccount(store, { ...account, username: 'VANTHU' }), is('username-taken'));
      await assert.rejects(createAccount(store, { ...account, username: 'văn thư' }), is('username-malformed'));
      await assert.rejects(createAccount(store, { ...account, username: 'b.b', unit: null }), is('account-needs-unit'));
      await assert.rejects(createAccount(store, { ...account, username: 'b.b', unit: 'K' }), is('unit-unknown'));
      await assert.rejects(resetPassword(store, 'ai.do'), is('username-unknown'));
      assert.equal(await store.accounts.count(), 1);
    });

    it('the first operator is made once, with a password that is told once', async () => {
      await createAccount(store, { ...account, username: 'vanhanh' });
      const first = await ensureOperator(store);
      assert.equal(first?.username, 'vanhanh.1');
      assert.ok(first?.password);
      assert.equal(await ensureOperator(store), undefined);
      assert.equal((await store.accounts.findByName('vanhanh.1'))?.passwordIsOneTime, true);
    });
  });

  it('only an empty store becomes a try-out', async () => {
    await markTryOut(store);
    await importUnits(store, TREE);
    await markTryOut(store);
    assert.equal(await store.meta.isTryOut(), true);
    const real = await openStore(join(folder, 'real'));
    await importUnits(real, TREE);
    await assert.rejects(markTryOut(real), is('try-out-not-empty'));
    assert.equal(await real.meta.isTryOut(), false);
    await real.close();
  });
});
