/**
 * The checks that concern security, with the score that code scanning sorts by (as CVSS counts: from 7 high, from 4 medium). A secret
 * in an image is there for whoever pulls it; what only makes a second flaw worse is no more than medium.
 */
const scores: Readonly<Record<string, string>> = {
  'secret-in-variable': '7.5',
  'context-leaks': '7.5',
  'buildkit/SecretsUsedInArgOrEnv': '7.5',
  'untrusted-registry': '6.0',
  'root-user': '5.5',
  'sudo-in-run': '4.5',
};

export function securitySeverity(check: string): string | undefined {
  return scores[check];
}
