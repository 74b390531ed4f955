import type { Message } from '../rules/messages.ts';
import { type CarriedAdapter, isCarried } from '../server/population/carried-adapter.ts';
import { createCsdlAdapter } from '../server/population/csdl/csdl-adapter.ts';
import type { MoreResultWords } from '../server/population/csdl/result-reader.ts';
import { createLgspAdapter } from '../server/population/lgsp/lgsp-adapter.ts';
import { type LgspConfig, readLgspConfig } from '../server/population/lgsp/lgsp-config.ts';
import type { PopulationAdapter } from '../server/population/population-adapter.ts';
import { createSimulatedAdapter } from '../server/population/simulated/simulated-adapter.ts';
import { ServerError } from '../server/server-error.ts';
import { SETTINGS, type SettingKey, type Settings } from './config/settings.ts';
import { TRYOUT_WORLD } from './tryout/tryout-world.ts';

/**
 * The population service that the settings name; null while none is. Throws ServerError `lgsp-config-invalid` for a connection
 * that is configured wrongly or in part, naming variables and no values. Opens and asks nothing.
 */
export function choosePopulation(settings: Settings): PopulationAdapter | CarriedAdapter | null {
  const { population: url } = settings;
  if (url === undefined) return null;
  if (url === 'csdl') return csdlAdapter(settings);
  // So that a call ends by its own word, before the queue gives it up.
  const timeoutMs = (settings.verificationAskTimeout - 1) * 1000;
  if (url !== 'lgsp') return createSimulatedAdapter({ url, ratePerSecond: TRYOUT_WORLD.ratePerSecond, timeoutMs });
  return createLgspAdapter(lgspConfig(settings, timeoutMs));
}

/** CSDL ngành with the words that the operator added. */
export function csdlAdapter({ csdlWords = [] }: Settings): CarriedAdapter {
  const words: MoreResultWords = Object.fromEntries(csdlWords.map((pair) => pair.split('=')));
  return createCsdlAdapter({ words });
}

/** What `choosePopulation` comes to, for an examination: which register it asks, or why it cannot. */
export type PopulationChoice =
  | (Pick<PopulationAdapter, 'register'> & { readonly carried?: true })
  | { readonly fault: Message };

export function examineChoice(settings: Settings): PopulationChoice | null {
  try {
    const adapter = choosePopulation(settings);
    return adapter && { register: adapter.register, ...(isCarried(adapter) ? { carried: true } : {}) };
  } catch (error) {
    if (error instanceof ServerError) return { fault: error.text };
    throw error;
  }
}

function lgspConfig(settings: Settings, timeoutMs: number): LgspConfig {
  const read = readLgspConfig({
    url: settings.lgspUrl,
    form: settings.lgspForm,
    operation: settings.lgspOperation,
    integrationCode: settings.lgspIntegrationCode,
    unit: unitOf(settings),
    access: accessOf(settings),
    xRoadClient: settings.lgspXRoadClient,
    apiKey: settings.lgspApiKey,
    tls: tlsOf(settings),
    ca: settings.lgspAuthority,
    codes: {
      success: settings.lgspCodesSuccess,
      notFound: settings.lgspCodesNotFound,
      noSuchNumber: settings.lgspCodesNoSuchNumber,
      closedHours: settings.lgspCodesClosedHours,
      throttled: settings.lgspCodesThrottled,
      refused: settings.lgspCodesRefused,
    },
    ratePerSecond: settings.lgspRatePerMinute / 60,
    timeoutMs,
    register: settings.lgspRegister,
  });
  // The name of an officer who does not exist must not stand on a question about a person who does.
  const nobody = settings.verificationOfficer === SETTINGS.verificationOfficer.fallback;
  const wrong: SettingKey[] = 'wrong' in read ? read.wrong.map((name) => SETTING_OF[name] ?? 'lgspUrl') : [];
  if (nobody) wrong.push('verificationOfficer');
  if ('wrong' in read || nobody) {
    const detail = [...new Set(wrong)].map((key) => SETTINGS[key].variable).join(', ');
    throw new ServerError('lgsp-config-invalid', { detail });
  }
  return read.config;
}

function unitOf({ lgspServiceCode, lgspAccount, lgspPhone }: Settings) {
  return lgspServiceCode === undefined && lgspAccount === undefined
    ? { element: 'MaDVC' }
    : { element: 'MaDonVi', serviceCode: lgspServiceCode, account: lgspAccount, phone: lgspPhone };
}

function accessOf(settings: Settings) {
  const { lgspAccess: method } = settings;
  if (method === 'basic') {
    return { method, user: settings.lgspUser, secret: settings.lgspSecret, signedUrl: settings.lgspSignedUrl };
  }
  if (method === 'none') return { method };
  return {
    method,
    url: settings.lgspTokenUrl,
    accessKey: settings.lgspAccessKey,
    secretKey: settings.lgspSecretKey,
    appName: settings.lgspAppName,
    partnerCode: settings.lgspPartnerCode,
    partnerCodeCus: settings.lgspPartnerCodeCus,
  };
}

function tlsOf({ lgspCertificate: cert, lgspCertificateKey: key, lgspCertificatePassphrase: passphrase }: Settings) {
  return cert === undefined && key === undefined ? undefined : { cert, key, passphrase };
}

/** Where each part of the configuration stands in the environment. */
const SETTING_OF: Readonly<Record<string, SettingKey>> = {
  url: 'lgspUrl',
  'unit.serviceCode': 'lgspServiceCode',
  'unit.account': 'lgspAccount',
  'access.user': 'lgspUser',
  'access.secret': 'lgspSecret',
  'access.url': 'lgspTokenUrl',
  'access.accessKey': 'lgspAccessKey',
  'access.secretKey': 'lgspSecretKey',
  'access.appName': 'lgspAppName',
  'access.partnerCode': 'lgspPartnerCode',
  'access.partnerCodeCus': 'lgspPartnerCodeCus',
  tls: 'lgspCertificateKey',
  'tls.cert': 'lgspCertificate',
  'tls.key': 'lgspCertificateKey',
  ca: 'lgspAuthority',
  register: 'lgspRegister',
};
