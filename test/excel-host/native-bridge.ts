import { readFileSync } from 'node:fs';

import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { ExcelHost } from './excel-host.ts';
import { OFFICE_JS_FOLDER } from './office-js-files.ts';

interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Set by office.js. */
  onMessageFromHost?: (text: string) => void;
}

interface BridgeMessage {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: unknown };
}

/** office.js knows these refusals by number in a browser and by name over the bridge. */
const NAMES: Readonly<Record<number, string>> = {
  5004: 'InvalidOperationInCellEditMode',
  5012: 'InvalidOrTimedOutSession',
  5103: 'RequestPayloadSizeLimitExceeded',
  5104: 'ResponsePayloadSizeLimitExceeded',
  7000: 'AccessDenied',
};

let connected: { readonly host: ExcelHost; readonly stop: () => void } | undefined;
let bridge: NativeBridge | undefined;

/**
 * Connects the real, unmodified Excel proxies to an emulated host, in Node: office.js takes a global
 * `_richApiNativeBridge` as its way to the host when it finds one while loading. The library is loaded once a process;
 * each call puts another host behind it.
 */
export function connectExcel(host: ExcelHost): void {
  bridge ??= loadProxies();
  connected?.stop();
  const stop = host.onEvent((event) => {
    // Events never arrive inside the call that caused them.
    setImmediate(() => send({ type: 3, message: { entries: [event] } }));
  });
  connected = { host, stop };
}

/**
 * The script is made for a web view, so it gets a bare one of its own: nothing of it reaches this process but `Excel` and
 * `OfficeExtension`. The proxies never look at the stand-ins below.
 */
function loadProxies(): NativeBridge {
  const made: NativeBridge = {
    sendMessageToHost: (text) => {
      void answer(JSON.parse(text) as BridgeMessage);
    },
  };
  const location = { protocol: 'https:', hostname: 'localhost', href: 'https://localhost/', search: '', hash: '' };
  const world: Record<string, unknown> = {
    _richApiNativeBridge: made,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    console: { ...console, log: () => {} },
    location,
    navigator: { userAgent: 'Node' },
    document: {
      getElementById: () => null,
      getElementsByTagName: () => [],
      addEventListener: () => {},
      cookie: '',
      URL: location.href,
      location,
    },
    addEventListener: () => {},
  };
  world.window = world;
  const file = path.join(OFFICE_JS_FOLDER, 'excel-web-16.00.js');
  runInContext(readFileSync(file, 'utf8'), createContext(world), { filename: file });
  Object.assign(globalThis, { Excel: world.Excel, OfficeExtension: world.OfficeExtension });
  return made;
}

async function answer({ id, flags, message }: BridgeMessage): Promise<void> {
  if (!connected) throw new Error('No emulated host is connected.');
  const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
  const reply = await connected.host.handle(body, flags);
  const headers = { 'Content-Type': 'application/json' };
  if ('body' in reply) {
    send({ id, message: { statusCode: 200, headers, body: reply.body } });
  } else {
    const code = NAMES[reply.error] ?? 'GeneralException';
    send({ id, message: { statusCode: 400, headers, body: JSON.stringify({ error: { code, message: code } }) } });
  }
}

function send(message: unknown): void {
  bridge?.onMessageFromHost?.(JSON.stringify(message));
}
