import { PushRequest } from '../../contract/schemas/push.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import { parseJsonOrReject } from '../http/parse-json-or-reject.ts';
import { type PreparedPush, preparePush } from './prepare-push.ts';

/**
 * From the bytes on the wire to everything that follows from them alone. Throws `body-invalid`.
 * @param now milliseconds since 1970 UTC; the rows are judged on that day
 */
export function readPushBody(bytes: Uint8Array, cipher: RecordCipher, now: number): PreparedPush {
  return preparePush(parseJsonOrReject(PushRequest, bytes), cipher, now);
}
