import path from 'node:path';

/** Apart from the table of the settings, whose library takes longer to load than a school's list to read. */
export const DEFAULT_DATA = path.join('data', 'server');
export const DEFAULT_PORT = 8787;
/** The pane's https stands on the next port, so the last one is left for it. */
export const LAST_PORT = 65_534;
