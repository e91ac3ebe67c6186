import type { Finding, Severity } from '../finding.ts';
import type { Rule } from '../rules/rule.ts';
import type { Found } from './findings.ts';

/** Severities that differ from the checks' own, by id or alias; the only way to switch on what is `off`. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** What is said of these names, the first that anything is said of; names are compared without case. */
export function severitySaid(names: readonly string[], severities: Severities): Severity | 'off' | undefined {
  for (const name of names) {
    const said = saidOf(name, severities);
    if (said !== undefined) return said;
  }
  return undefined;
}

function saidOf(name: string, severities: Severities): Severity | 'off' | undefined {
  return severities[name] ?? severities[name.toLowerCase()];
}

/** Whether the rule has to be asked: an alias may switch on the part of a rule that answers to it. */
export function isActive({ id, aliases, severity }: Rule, severities: Severities): boolean {
  const own = saidOf(id, severities);
  if (own !== undefined) return own !== 'off';
  return severity !== 'off' || aliases.some((alias) => (saidOf(alias, severities) ?? 'off') !== 'off');
}

/** Findings that no rule made (BuildKit's, ShellCheck's, the engine's own) with the severities that were said of them. */
export function withSeverities(found: readonly Found[], severities: Severities): readonly Found[] {
  return found.flatMap((each) => {
    const { finding } = each;
    const said = severitySaid(namesOf(finding), severities);
    if (said === undefined) return [each];
    return said === 'off' ? [] : [{ ...each, finding: { ...finding, severity: said } }];
  });
}

/** `shellcheck/SC2086` answers to SC2086 too. */
function namesOf({ check, aliases }: Pick<Finding, 'check' | 'aliases'>): readonly string[] {
  return [check, check.slice(check.indexOf('/') + 1), ...aliases];
}
