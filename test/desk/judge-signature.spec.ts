import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { verifySignature } from '../../cli/read-signing-key.ts';
import { judgeSignature } from '../../desk/judge-signature.ts';
import { WorkbookSigner } from '../../server/crypto.ts';
import { findIdentity, signedText, type WorkbookIdentity } from '../../templates/workbook-identity.ts';
import { IDENTITY } from './desk-fixture.ts';

const newSigner = () =>
  new WorkbookSigner(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' }),
  );

describe('the signature of a workbook', () => {
  const signer = newSigner();
  const signed = (identity: WorkbookIdentity) => ({ ...identity, signature: signer.sign(signedText(identity)) });
  const judge = (identity: WorkbookIdentity, by = signer) => judgeSignature(identity, by, verifySignature);

  it('of the server is valid, whatever stands in the identity', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (unit, unitName, campaign) => {
        assert.equal(await judge(signed({ ...IDENTITY, unit, unitName, campaign })), 'valid');
      }),
      { numRuns: 30 },
    );
  });

  it('is not that of an identity with any one value changed', async () => {
    const good = signed(IDENTITY);
    const changes: Partial<WorkbookIdentity>[] = [
      { template: 'staff' },
      { version: 2 },
      { unit: '01-TH-001' },
      { unitName: 'Trường Khác' },
      { campaign: 'dot-khac' },
      { workbookId: 'wb-khac' },
      { issuedAt: '2026-11-22T00:00:01Z' },
      { signature: `${good.signature?.slice(0, -4)}AAAA` },
      { signature: 's1.cut-short' },
    ];
    for (const change of changes) assert.equal(await judge({ ...good, ...change }), 'altered', JSON.stringify(change));
  });

  it('of another key is another server’s, and none is none', async () => {
    assert.equal(await judge(signed(IDENTITY), newSigner()), 'other-server');
    assert.equal(await judge(IDENTITY), 'unsigned');
  });

  it('is judged alike by the server’s own crypto', () => {
    const [, , signature = ''] = signer.sign(signedText(IDENTITY)).split('.');
    assert.equal(signer.verify(signedText(IDENTITY), signature), true);
    assert.equal(signer.verify(signedText({ ...IDENTITY, unit: 'x' }), signature), false);
  });

  it('stands in the workbook as it was written', () => {
    const good = signed(IDENTITY);
    assert.deepEqual(findIdentity(Object.entries(good).map(([key, value]) => [key, String(value)])), good);
  });
});
