/** What the window in which somebody signed in tells the page that opened it. */
export interface Handover {
  readonly challenge: string;
  readonly code: string;
}

export function writeHandover({ challenge, code }: Handover): string {
  return JSON.stringify({ soSachSignIn: { challenge, code } });
}

/** The code in a message, if it is one of ours and for the sign-in that this page began. */
export function findHandoverCode(message: unknown, challenge: string): string | undefined {
  try {
    const { soSachSignIn } = JSON.parse(String(message)) as { soSachSignIn?: Partial<Handover> };
    const isOurs = soSachSignIn?.challenge === challenge && typeof soSachSignIn.code === 'string';
    return isOurs ? soSachSignIn.code : undefined;
  } catch {
    return undefined;
  }
}
