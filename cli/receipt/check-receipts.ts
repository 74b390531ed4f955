import { readFile } from 'node:fs/promises';
import { receiptText } from '../../contract/push-receipt.ts';
import type { SigningKey } from '../../contract/schemas/campaign.ts';
import type { PushReceipt } from '../../contract/schemas/sending.ts';
import type { Message } from '../../rules/messages.ts';
import { sha256 } from '../../server/crypto.ts';
import { UsageError } from '../cli-io.ts';
import { fileTrouble } from '../file-trouble.ts';
import { verifySignature } from '../read-signing-key.ts';

/** What can be wrong with a receipt. */
export const RECEIPT_FAULTS = {
  'other-key': { vi: 'ký bằng khóa của máy chủ khác', en: 'signed with another server’s key' },
  'signature-wrong': { vi: 'chữ ký không khớp: biên nhận bị sửa', en: 'the signature does not fit: it was altered' },
  'rows-altered': { vi: 'danh sách dòng bị sửa', en: 'the list of rows was altered' },
  'chain-broken': {
    vi: 'không nối tiếp biên nhận trước nó: có biên nhận bị bỏ hoặc đổi chỗ',
    en: 'it does not follow the receipt before it: one was left out or moved',
  },
} as const satisfies Record<string, Message>;
export type ReceiptFault = keyof typeof RECEIPT_FAULTS;

export interface CheckedReceipt {
  readonly receipt: PushReceipt;
  readonly faults: readonly ReceiptFault[];
}

/** Throws UsageError for a file that holds no receipts of ours. */
export async function readReceipts(file: string): Promise<readonly PushReceipt[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file}: không mở được tệp / cannot be opened: ${fileTrouble(error)}`);
  }
  const { ReceiptFile } = await import('../../contract/schemas/sending.ts');
  try {
    return ReceiptFile.parse(JSON.parse(text)).receipts;
  } catch {
    throw new UsageError(`${file}: không phải tệp biên nhận của Sổ Sạch (no receipt file of Sổ Sạch)`);
  }
}

const SIGNATURE = /^s1\.([\w-]{1,64})\.([\w-]{86})$/;

/** Judges each receipt by itself, and those of one unit that follow each other by their chain, too. */
export async function checkReceipts(
  receipts: readonly PushReceipt[],
  key: SigningKey,
): Promise<readonly CheckedReceipt[]> {
  const byNumber = new Map(receipts.map((receipt) => [`${receipt.unit} ${receipt.number}`, receipt]));
  const checked: CheckedReceipt[] = [];
  for (const receipt of receipts) {
    const before = byNumber.get(`${receipt.unit} ${receipt.number - 1}`);
    const isChained = receipt.number === 1 ? receipt.previous === null : receipt.previous !== null;
    const follows = isChained && (!before || sha256(receiptText(before)) === receipt.previous);
    const faults: ReceiptFault[] = [
      ...(await signatureFaults(receipt, key)),
      ...(sha256(receipt.rows.join('')) === receipt.rowsHash ? [] : (['rows-altered'] as const)),
      ...(follows ? [] : (['chain-broken'] as const)),
    ];
    checked.push({ receipt, faults });
  }
  return checked;
}

async function signatureFaults(receipt: PushReceipt, key: SigningKey): Promise<readonly ReceiptFault[]> {
  const [, keyId, signature = ''] = SIGNATURE.exec(receipt.signature) ?? [];
  if (keyId !== undefined && keyId !== key.keyId) return ['other-key'];
  const isRight = keyId !== undefined && (await verifySignature(key.publicKey, receiptText(receipt), signature));
  return isRight ? [] : ['signature-wrong'];
}
