import { readFileSync } from 'node:fs';

/** A file of `__tests__/fixtures/reports/`: what a report is to look like, for a person to read. */
export function golden(name: string): string {
  return readFileSync(new URL(`../fixtures/reports/${name}`, import.meta.url), 'utf8');
}
