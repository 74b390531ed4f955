import type { Deed } from '../http/endpoint.ts';

/** Upper bounds in seconds: a page, a push, a province's workbooks. */
const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

type Labels = Readonly<Record<string, string>>;

interface Durations {
  readonly route: string;
  /** How many ended within each bound; those beyond the last only count in `count`. */
  readonly within: number[];
  count: number;
  sum: number;
}

/**
 * What this process has counted since it started, in the text format of Prometheus (exposition format 0.0.4). Labels are route
 * patterns, status codes and words of the code: no person, no unit, no address.
 */
export class Metrics {
  readonly #counters = new Map<string, number>();
  readonly #durations = new Map<string, Durations>();

  /** @param route the pattern, never the address that was asked for */
  countRequest(method: string, route: string, status: string, seconds: number): void {
    this.#add('sosach_http_requests_total', { method, route, status });
    const durations = this.#durations.get(route) ?? { route, within: SECONDS.map(() => 0), count: 0, sum: 0 };
    this.#durations.set(route, durations);
    for (const [at, bound] of SECONDS.entries()) if (seconds <= bound) durations.within[at]! += 1;
    durations.count += 1;
    durations.sum += seconds;
  }

  /** What the audit trail tells, by kind and in the numbers it tells: pushes and their rows, wrong passwords, workbooks. */
  countDeed({ action, counts = {} }: Deed): void {
    this.#add('sosach_deeds_total', { action });
    for (const [what, number] of Object.entries(counts)) this.#add('sosach_deed_items_total', { action, what }, number);
  }

  countVerdict(outcome: string): void {
    this.#add('sosach_verdicts_total', { outcome });
  }

  /** The lines, a name's own together, with what is measured at this moment behind them. */
  text(gauges: readonly { readonly name: string; readonly labels?: Labels; readonly value: number }[]): string {
    const counters = [...this.#counters].map(([series, value]) => `${series} ${value}`).sort();
    const measured = gauges.map(({ name, labels = {}, value }) => `${seriesOf(name, labels)} ${value}`);
    return [...typed(counters, 'counter'), ...this.#histogram(), ...typed(measured, 'gauge'), ''].join('\n');
  }

  #add(name: string, labels: Labels, number = 1): void {
    const series = seriesOf(name, labels);
    this.#counters.set(series, (this.#counters.get(series) ?? 0) + number);
  }

  #histogram(): readonly string[] {
    const name = 'sosach_http_request_seconds';
    const lines = [...this.#durations.values()].flatMap(({ route, within, count, sum }) => [
      ...SECONDS.map((bound, at) => `${seriesOf(`${name}_bucket`, { route, le: String(bound) })} ${within[at]}`),
      `${seriesOf(`${name}_bucket`, { route, le: '+Inf' })} ${count}`,
      `${seriesOf(`${name}_sum`, { route })} ${sum}`,
      `${seriesOf(`${name}_count`, { route })} ${count}`,
    ]);
    return lines.length === 0 ? [] : [`# TYPE ${name} histogram`, ...lines];
  }
}

/** Each name's type stands before its first line. */
function typed(lines: readonly string[], type: 'counter' | 'gauge'): readonly string[] {
  let last: string | undefined;
  return lines.flatMap((line) => {
    const name = /^\w+/.exec(line)?.[0];
    const first = name !== last;
    last = name;
    return first ? [`# TYPE ${name} ${type}`, line] : [line];
  });
}

function seriesOf(name: string, labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join()}}`;
}

function escaped(value: string): string {
  return value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n');
}
