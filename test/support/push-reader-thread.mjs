/** The thread that reads pushes as it is written, in TypeScript; as it is shipped it is bundled. */
import { register } from 'tsx/esm/api';

register();
await import('../../server/sync/push-reader-thread.ts');
