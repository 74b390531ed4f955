import { readFileSync } from 'node:fs';
import { linkAccount } from '../server/admin/change-account.ts';
import { foreignIdentityHash } from '../server/session/oidc/foreign-account.ts';
import { type CliIo, UsageError } from './cli-io.ts';
import { readSettings } from './config/read-settings.ts';
import { fileTrouble } from './file-trouble.ts';
import { inStore, say } from './user.ts';

export interface UserLinkOptions {
  readonly data: string;
  readonly subjectFile?: string;
  readonly remove?: boolean;
}

/**
 * `sosach user link NAME --subject-file FILE`: the account is entered by whoever the sign-in service knows under the subject in the
 * file. In a file, because the subject may be somebody's number, and everyone on a machine can read its command lines.
 */
export async function runUserLink(
  username: string,
  { data, subjectFile, remove }: UserLinkOptions,
  io: CliIo,
): Promise<void> {
  if ((subjectFile === undefined) === (remove !== true)) {
    throw new UsageError('user link: cần --subject-file hoặc --remove (one of the two)');
  }
  const hash =
    subjectFile === undefined ? null : foreignIdentityHash({ issuer: issuer(), subject: readSubject(subjectFile) });
  await inStore(data, (store) => linkAccount(store, username, hash));
  if (hash === null) say(username, 'đã gỡ', 'no longer linked', io);
  else say(username, 'đã gắn', 'linked', io);
}

function issuer(): string {
  const { oidcIssuer } = readSettings({}, process.env).settings;
  if (oidcIssuer === undefined) throw new UsageError('SOSACH_OIDC_ISSUER: chưa đặt (not set)');
  return oidcIssuer;
}

function readSubject(file: string): string {
  let subject: string;
  try {
    subject = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new UsageError(`--subject-file ${file}: ${fileTrouble(error)}`);
  }
  // OpenID Connect Core §2: at most 255 ASCII characters.
  if (!/^[\x20-\x7e]{1,255}$/.test(subject))
    throw new UsageError(`--subject-file ${file}: không phải một mã (no subject)`);
  return subject;
}
