import { makeLog } from '../server/log.ts';
import type { ServiceConfig } from '../server/open-service.ts';
import { choosePopulation } from './choose-population.ts';
import type { Settings } from './config/settings.ts';

/** What `serve` and `work` have in common. Throws what `choosePopulation` throws. */
export function serviceConfig(settings: Settings): ServiceConfig {
  const { databaseUrl } = settings;
  return {
    dataDir: settings.data,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    population: choosePopulation(settings),
    verification: {
      officer: settings.verificationOfficer,
      purpose: settings.verificationPurpose,
      concurrency: settings.verificationConcurrency,
      askTimeoutSeconds: settings.verificationAskTimeout,
      retryBaseSeconds: settings.verificationRetryBase,
    },
    log: makeLog(process.stderr, settings.log),
  };
}
