import { Option } from 'commander';
import { DEFAULT_DATA } from './config/defaults.ts';

/** As `serve` finds it: the option, then the environment, then the default. */
export function dataOption(description: string): Option {
  return new Option('--data <dir>', description).env('SOSACH_DATA').default(DEFAULT_DATA);
}
