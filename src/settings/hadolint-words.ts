import type { Severity } from '../finding.ts';

/** hadolint's severities and ours. */
export const hadolintSeverities: readonly (readonly ['error' | 'warning' | 'info' | 'style', Severity])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'notice'],
  ['style', 'notice'],
];

/** `failure-threshold` as our `fail-on`; undefined for a word that hadolint does not know. */
export function failOnOfThreshold(threshold: string): Severity | 'never' | undefined {
  const word = threshold.toLowerCase();
  // hadolint's `ignore` and `none`: only a file that cannot be parsed fails; ours fails on errors of the grammar in any case.
  if (word === 'ignore' || word === 'none') return 'never';
  return hadolintSeverities.find(([name]) => name === word)?.[1];
}
