import assert from 'node:assert/strict';
import { createLgspAdapter } from '../../../../server/population/lgsp/lgsp-adapter.ts';
import { readLgspConfig } from '../../../../server/population/lgsp/lgsp-config.ts';
import { certificates } from './certificates.ts';
import { LGSP_INPUT, lgspConfig } from './lgsp-config-of.ts';

const whole = { ...LGSP_INPUT, url: 'https://lgsp.example.vn/dan-cu', register: 'national' };
const SECRET = 'rat-bi-mat-000';

describe('configuration of the lgsp adapter', () => {
  it('knows the code of each operation, and takes another that the Sở was given', () => {
    assert.equal(lgspConfig().integrationCode, '003');
    assert.equal(lgspConfig({ operation: 'look-up' }).integrationCode, '037');
    assert.equal(lgspConfig({ integrationCode: '041' }).integrationCode, '041');
  });

  it('asks the national register unless it is told to rehearse', () => {
    assert.equal(createLgspAdapter(lgspConfig({ register: undefined })).register, 'national');
    assert.equal(createLgspAdapter(lgspConfig({ register: 'invented' })).register, 'invented');
  });

  it('takes a certificate and the key that is its own', async () => {
    const { ca, client, strangeClient } = await certificates();
    assert.ok('config' in readLgspConfig({ ...whole, tls: client, ca }));
    const wrong = { wrong: ['tls'] };
    assert.deepEqual(readLgspConfig({ ...whole, tls: { ...client, key: strangeClient.key } }), wrong);
    assert.deepEqual(readLgspConfig({ ...whole, tls: { cert: SECRET, key: SECRET } }), wrong);
    assert.deepEqual(readLgspConfig({ ...whole, ca: SECRET }), { wrong: ['ca'] });
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
      const read = readLgspConfig({ ...whole, ...changes });
      assert.deepEqual(read, { wrong: [detail] });
    });
  }
});
