import type { DocumentedCheck } from '../render/check-page.ts';
import type { CommandPorts, ExitCode } from './command.ts';
import { documentedChecks } from './documented-checks.ts';

/** `sea-trial checks`: all of them, a line each. */
export function checksCommand({ presentation, print }: CommandPorts): ExitCode {
  const checks = documentedChecks().map(row);
  if (presentation.format === 'json') {
    print.result(`${JSON.stringify({ version: 1, checks }, undefined, 2)}\n`);
    return 0;
  }
  const width = Math.max(...checks.map(({ check }) => check.length));
  print.result(
    checks
      .map(({ check, severity, summary }) => `${check.padEnd(width)}  ${severity.padEnd(9)}  ${summary}\n`)
      .join(''),
  );
  return 0;
}

function row({ id, rule, diagnosis, probe }: DocumentedCheck) {
  return {
    check: id,
    aliases: rule?.aliases ?? [],
    /** A diagnosis that blames the set-up ends in `errored`; a probe only measures. */
    severity:
      rule?.severity ?? (diagnosis === undefined ? 'measures' : diagnosis.blames === 'image' ? 'error' : 'errored'),
    kinds: [rule && 'rule', diagnosis && 'diagnosis', probe && 'probe'].filter((kind) => kind !== undefined),
    summary: rule?.summary ?? diagnosis?.summary ?? probe?.summary ?? '',
  };
}
