import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RecordCipher } from '../../../server/crypto/record-cipher.ts';
import { ServerError } from '../../../server/server-error.ts';

const is = (code: string) => (error: unknown) => error instanceof ServerError && error.code === code;

describe('the record cipher', () => {
  const cipher = RecordCipher.create();
  const text = fc.string({ unit: 'grapheme' });

  it('opens what it sealed, in its place alone', () => {
    fc.assert(
      fc.property(text, text, text, (value, place, other) => {
        const sealed = cipher.seal(value, place);
        assert.match(sealed, /^f1\.[0-9a-z]{8}\.[\w-]+$/);
        assert.equal(cipher.open(sealed, place), value);
        if (other !== place) assert.throws(() => cipher.open(sealed, other), is('sealed-value-unreadable'));
      }),
    );
  });

  it('seals equal texts differently, also past the end of its store of random bytes', () => {
    const seen = new Set(Array.from({ length: 3000 }, () => cipher.seal('001310000123', 'T/r')));
    assert.equal(seen.size, 3000);
    for (const sealed of seen) assert.equal(cipher.open(sealed, 'T/r'), '001310000123');
  });

  it('opens nothing that was changed in any byte, shortened, or sealed by another ring', () => {
    const sealed = cipher.seal('001310000123', 'T/r');
    const [, keyId = '', body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      const forged = `f1.${keyId}.${changed.toString('base64url')}`;
      assert.throws(() => cipher.open(forged, 'T/r'), is('sealed-value-unreadable'), `byte ${at}`);
    }
    for (const length of [0, 11, 12, 27, bytes.length - 1]) {
      const short = `f1.${keyId}.${bytes.subarray(0, length).toString('base64url')}`;
      assert.throws(() => cipher.open(short, 'T/r'), is('sealed-value-unreadable'), `${length} bytes`);
    }
    assert.throws(() => RecordCipher.create().open(sealed, 'T/r'), is('sealed-value-unreadable'));
    for (const text of ['', 'f1', '001310000123']) {
      assert.throws(() => cipher.open(text, 'T/r'), is('sealed-value-unreadable'));
    }
  });

  it('indexes equal texts alike under one ring and differently under another', () => {
    const [first, second] = [RecordCipher.create(), RecordCipher.create()];
    fc.assert(
      fc.property(text, text, (a, b) => {
        assert.equal(first.index(a) === first.index(b), a === b);
        assert.notEqual(first.index(a), second.index(a));
      }),
    );
  });

  it('opens what older keys sealed after a new one has come, and finds by the same index', () => {
    const sealed = cipher.seal('001310000123', 'T/r');
    const renewed = cipher.withNewKey();
    assert.notEqual(renewed.keyId, cipher.keyId);
    assert.equal(renewed.open(sealed, 'T/r'), '001310000123');
    assert.equal(renewed.index('001310000123'), cipher.index('001310000123'));
    assert.equal(renewed.fingerprint, cipher.fingerprint);
    const later = renewed.seal('x', 'T/r');
    assert.equal(new RecordCipher(renewed.text).open(later, 'T/r'), 'x', 'from the file, too');
    assert.throws(() => cipher.open(later, 'T/r'), is('sealed-value-unreadable'), 'the old ring lacks the new key');
  });

  it('refuses a damaged key file', () => {
    for (const text of [
      '',
      '{}',
      'không phải khóa',
      cipher.text.slice(0, -2),
      cipher.text.replace('keys-1', 'keys-9'),
    ]) {
      assert.throws(() => new RecordCipher(text), is('records-key-damaged'), text.slice(0, 20));
    }
  });
});
