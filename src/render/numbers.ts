const noBreakSpace = '\u00a0';

/** Decimal megabytes as docker prints them, `333.0 MB`; kilobytes where that would round to nothing. */
export function megabytes(bytes: number): string {
  if (bytes !== 0 && Math.abs(bytes) < 50_000) return `${(bytes / 1e3).toFixed(1)}${noBreakSpace}kB`;
  return `${(bytes / 1e6).toFixed(1)}${noBreakSpace}MB`;
}

/** `54.3 s`; below 0.1 s in milliseconds, `6 ms`. */
export function duration(ms: number): string {
  const whole = Math.round(ms);
  return whole < 100 ? `${whole}${noBreakSpace}ms` : `${(ms / 1e3).toFixed(1)}${noBreakSpace}s`;
}

/** `1 finding`, `3 findings`; the plural is given where it is not made by `s`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
