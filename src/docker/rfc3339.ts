/**
 * Epoch milliseconds of a timestamp such as `2026-11-24T08:58:43.924493749Z`, microseconds kept as the fraction,
 * for two lines of a log often share a millisecond. Undefined for Go's zero time (year 1) and for what is no timestamp.
 */
export function epochMilliseconds(timestamp: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(timestamp);
  if (match === null) return undefined;
  const [, seconds = '', fraction = '', zone = ''] = match;
  const whole = Date.parse(`${seconds}${zone}`);
  if (Number.isNaN(whole) || whole < 0) return undefined;
  return whole + Number(fraction.padEnd(6, '0').slice(0, 6)) / 1000;
}
