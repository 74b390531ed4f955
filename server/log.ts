import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * The server's log: one JSON object a line. What is logged is chosen in the code, field by field; the redaction below is the
 * second fence, for a field that should never have come here.
 */
export function makeLog(destination: DestinationStream, level: 'debug' | 'info' | 'warn' | 'silent' = 'info'): Logger {
  const secrets = ['password', 'authorization', 'token', 'body', 'cells', 'url', 'fullName', 'citizenId', 'birthDate'];
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    },
    destination,
  );
}
