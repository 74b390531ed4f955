/** One line of set-up progress, in both languages, on stderr so that a command's own output stays clean. */
export function say(vi, en) {
  process.stderr.write(`· ${vi} / ${en}\n`);
}

/** Ends the set-up with one line that says what to do. */
export class SetupError extends Error {
  name = 'SetupError';
}

/** Prints a set-up error as its one line; anything else keeps its stack. */
export function endWith(error) {
  process.stderr.write(error instanceof SetupError ? `✖ ${error.message}\n` : `${error?.stack ?? error}\n`);
  process.exit(1);
}
