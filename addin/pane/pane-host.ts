/**
 * What the pane needs of the place it lives in besides the sheet: the task pane of Excel, the workbench page, or
 * (signing in alone) the officers' page.
 * Times come from here, so that polling and idle sign-out can be tested without waiting.
 */
export interface PaneHost {
  readonly kind: 'excel' | 'workbench' | 'console';
  readonly clock: PaneClock;
  /** Keeps the interface language between visits; never anything else. */
  readonly languages: LanguageMemory;
  readonly recipes: RecipeMemory;
  /** Hands a file to the person: a text, or a workbook's bytes. */
  saveFile(name: string, contents: string | Uint8Array<ArrayBuffer>): void;
  /** Absent where nothing can be signed in to but by password. */
  readonly signInWindow?: SignInWindow;
  /** Calls back when another sheet comes to the front. */
  watchSheet?(onChange: () => void): () => void;
  /** Settles once what was drawn can be seen: a page that is about to compute for seconds says so first. */
  painted(): Promise<void>;
  /** Calls back when the network comes or goes. */
  watchNetwork(onChange: (online: boolean) => void): () => void;
}

/** Opens pages of our own server in a window beside the pane, in which people sign in elsewhere. */
export interface SignInWindow {
  /** The pane's own: only a server that sends people back to it can hand anything over. */
  readonly origin: string;
  readonly kind: 'excel' | 'page';
  /**
   * To be called within the press of a button, or the browser blocks it.
   * @param path of a page of our own
   * @param challenge that of this sign-in: what comes from another window is not for us
   */
  open(path: string, challenge: string): OpenedWindow;
}

export interface OpenedWindow {
  /** What was handed over; null when the person closed the window or gave up. Rejects with `DeskError` when it did not open. */
  readonly code: Promise<string | null>;
  giveUp(): void;
}

export interface PaneClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once after so many milliseconds; the answer takes it back. */
  after(milliseconds: number, run: () => void): () => void;
}

/** Keeps a unit's recipe between visits, on a computer that may be shared: it holds rules and header texts only. */
export interface RecipeMemory {
  read(unit: string): string | null;
  /** Null forgets it. */
  write(unit: string, text: string | null): void;
}

export interface LanguageMemory {
  read(): string | null;
  write(language: string): void;
}
