import type { CliIo } from './cli-io.ts';
import { errorCode } from './file-trouble.ts';

/**
 * Standard output and standard error of this process. A reader that goes away early (`sosach check … | head`, a log viewer
 * that is closed) is no failure: what is written after that is dropped, and the command ends with its own exit code. Any
 * other failure to write, such as a full disk behind `>`, ends the process with `onFailure`.
 */
export function processIo(
  { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>,
  onFailure: (code: string) => void,
): CliIo {
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error) => {
      const code = errorCode(error);
      if (code !== 'EPIPE') onFailure(code);
    });
  }
  return { out: (text) => void stdout.write(text), err: (text) => void stderr.write(text) };
}
