import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { createLgspAdapter } from '../../../../server/population/lgsp/lgsp-adapter.ts';
import { parseLgspConfig } from '../../../../server/population/lgsp/lgsp-config.ts';
import { ServerError } from '../../../../server/server-error.ts';
import { lgspConfig } from './lgsp-config-of.ts';

const whole = lgspConfig({ url: 'https://lgsp.example.vn/dan-cu', register: 'national' });
const SECRET = 'rat-bi-mat-000';

describe('configuration of the lgsp adapter', () => {
  it('knows the code of each operation, and takes another that the Sở was given', () => {
    assert.equal(parseLgspConfig(whole).integrationCode, '003');
    assert.equal(parseLgspConfig({ ...whole, operation: 'look-up' }).integrationCode, '037');
    assert.equal(parseLgspConfig({ ...whole, integrationCode: '041' }).integrationCode, '041');
  });

  it('asks the national register unless it is told to rehearse', () => {
    const { register: _register, ...rest } = whole;
    assert.equal(createLgspAdapter(parseLgspConfig(rest)).register, 'national');
    const local = { ...whole, url: 'http://127.0.0.1:7070/lgsp/soap', register: 'invented' } as const;
    assert.equal(createLgspAdapter(parseLgspConfig(local)).register, 'invented');
  });

  const token = {
    method: 'token',
    url: 'https://lgsp.example.vn/token',
    accessKey: 'a',
    secretKey: SECRET,
    appName: 'b',
    partnerCode: 'c',
    partnerCodeCus: 'd',
  };
  const wrong: readonly [string, object, string][] = [
    ['plain http to another machine', { url: 'http://lgsp.example.vn/' }, 'url'],
    ['a password in the address', { url: `https://so:${SECRET}@lgsp.example.vn/` }, 'url'],
    ['no address', { url: SECRET }, 'url'],
    ['a form that is none', { form: SECRET }, 'form'],
    ['an operation that is none', { operation: SECRET }, 'operation'],
    [
      'a service code that is too long',
      { unit: { element: 'MaDonVi', serviceCode: SECRET.repeat(2), account: 'a' } },
      'unit.serviceCode',
    ],
    ['the newer form without an account', { unit: { element: 'MaDonVi', serviceCode: 'G22' } }, 'unit.account'],
    ['a token end point by plain http', { access: { ...token, url: 'http://lgsp.example.vn/' } }, 'access.url'],
    ['a token end point without its key', { access: { ...token, secretKey: '' } }, 'access.secretKey'],
    ['a user without a secret', { access: { method: 'basic', user: 'so' } }, 'access.secret'],
    ['a certificate without its key', { tls: { cert: SECRET } }, 'tls.key'],
    ['no code of success', { codes: { success: [] } }, 'codes.success'],
    ['a rate of nothing', { ratePerSecond: 0 }, 'ratePerSecond'],
    ['a rehearsal on another machine', { register: 'invented' }, 'register'],
    ['a setting that does not exist', { bieuMau: SECRET }, 'lgsp'],
  ];
  for (const [title, changes, detail] of wrong) {
    it(`refuses ${title}, and names ${detail} without its value`, () => {
      assert.throws(
        () => parseLgspConfig({ ...whole, ...changes }),
        (error: unknown) => {
          assert.ok(error instanceof ServerError && error.code === 'lgsp-config-invalid');
          assert.ok(error.text.en.includes(` ${detail}.`), error.text.en);
          assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes(SECRET));
          return true;
        },
      );
    });
  }

  it('is not to be read off the adapter', () => {
    const config = parseLgspConfig({ ...whole, access: token, apiKey: SECRET });
    assert.ok(!inspect(createLgspAdapter(config), { depth: 9, showHidden: true }).includes(SECRET));
  });
});
