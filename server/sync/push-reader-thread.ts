import { parentPort, workerData } from 'node:worker_threads';
import { RecordCipher } from '../crypto/record-cipher.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { ReadPush, ToRead } from './push-reader.ts';
import { readPushBody } from './read-push-body.ts';

/** The thread of a `PushReader`: answers each request by its number. */
const cipher = new RecordCipher(workerData as string);

parentPort?.on('message', ({ id, bytes, now }: ToRead) => {
  parentPort?.postMessage(answerTo(id, bytes, now));
});

function answerTo(id: number, bytes: Uint8Array, now: number): ReadPush {
  try {
    return { id, push: readPushBody(bytes, cipher, now) };
  } catch (error) {
    if (error instanceof ApiProblem) return { id, problem: { code: error.code, params: error.params } };
    return { id, failure: error };
  }
}
