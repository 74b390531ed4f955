/** Of a series: its name, labels of words and route patterns, a number. */
const SERIES = /^(?:sosach|process)_[a-z_]+(?:\{(?:[a-z]+="[\w./:()+-]*",?)+\})? -?[\d.e+-]+$/;
const TYPE = /^# TYPE [a-z_]+ (?:counter|gauge|histogram)$/;

/** The lines of `/metrics` that have the form of ours: whatever else answered at that port is not carried out of the house. */
export function redactMetrics(text: string): string {
  const lines = text.split('\n').filter((line) => SERIES.test(line) || TYPE.test(line));
  return lines.map((line) => `${line}\n`).join('');
}
