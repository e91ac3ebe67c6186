import { fingerprintOf } from '../finding.ts';
import type { LintedFile } from './lint-json.ts';
import { toldIn, type Told } from './lint-told.ts';

/** GitLab's code quality report: issues of Code Climate in one array. The severities are those that hadolint gives. */
export function renderLintCodeClimate(files: readonly LintedFile[]): string {
  const seen = new Map<string, number>();
  const issues = files.flatMap((file) => toldIn(file)).map((told) => issueOf(told, seen));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

const severityOf = { error: 'blocker', warning: 'major', notice: 'info' } as const;

function issueOf(told: Told, seen: Map<string, number>) {
  const { path, line, endLine, check, severity, message } = told;
  return {
    type: 'issue' as const,
    check_name: check,
    description: message,
    categories: ['Bug Risk'] as const,
    severity: severityOf[severity],
    fingerprint: distinct(told.fingerprint ?? fingerprintOf(check, path, ''), told, seen),
    location: { path: path.replace(/^(?:\.\/)+/, ''), lines: { begin: line, end: endLine } },
  };
}

/** GitLab shows one issue of a fingerprint: where an instruction stands twice in a file, the second gets one of its own. */
function distinct(fingerprint: string, { check, path }: Told, seen: Map<string, number>): string {
  const before = seen.get(fingerprint) ?? 0;
  seen.set(fingerprint, before + 1);
  return before === 0 ? fingerprint : fingerprintOf(check, path, `${fingerprint} ${before + 1}`);
}
