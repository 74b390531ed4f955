import type { Claim } from './population-adapter.ts';

/** Characters of the service's own form: MaYeuCau and HoVaTen. */
const LONGEST_REQUEST_ID = 40;
const LONGEST_NAME = 100;

/**
 * Throws for a claim that no population service can be asked about, naming the part and never its value: without twelve digits (a
 * passport, a temporary exam code), with a name that is empty or too long, with a control character.
 */
export function requireAskable({ requestId, citizenId, fullName }: Claim): void {
  const wrong =
    requestId === '' || requestId.length > LONGEST_REQUEST_ID
      ? 'request id'
      : !/^\d{12}$/.test(citizenId)
        ? 'citizen number'
        : !isAskableName(fullName)
          ? 'name'
          : undefined;
  if (wrong !== undefined) throw new RangeError(`the population service cannot be asked with this ${wrong}`);
}

/** Whether a service takes the name at all. */
export function isAskableName(fullName: string): boolean {
  return fullName !== '' && fullName.length <= LONGEST_NAME && !/\p{Cc}/u.test(fullName);
}
