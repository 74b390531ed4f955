import { openService, type ServiceConfig } from './open-service.ts';

export interface RunningWorker {
  /** Resolves when nothing is left to ask of the population service right now. */
  whenIdle(): Promise<void>;
  /** Lets open questions end, then lets go of the store. */
  close(): Promise<void>;
}

/** A process that only asks: takes questions from a shared store beside the servers. Throws what `openService` throws. */
export async function startWorker(config: ServiceConfig): Promise<RunningWorker> {
  const undo: (() => void | Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const { queue } = await openService(config, undo);
    await queue.start();
    undo.push(() => queue.stop());
    return { whenIdle: () => queue.whenIdle(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
