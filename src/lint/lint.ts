import type { Facts } from '../facts/facts.ts';
import type { Finding, IgnoredFinding, Severity } from '../finding.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { claimsOf } from './claims.ts';
import { findingOf } from './findings.ts';
import { grammarFindings } from './grammar-findings.ts';
import { inOrder } from './order.ts';
import { pragmaNotices } from './pragma-notices.ts';
import { readPragmas } from './pragmas.ts';
import { silence, type IgnoreSetting } from './suppression.ts';

export interface LintInput {
  readonly facts: Facts;
  /** All of them by default. */
  readonly rules?: readonly Rule[];
  /** Severities that differ from the rules' own, by id; the only way to switch on what is `off`. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly ignore?: readonly IgnoreSetting[];
  /** Ids of checks that are no rules (diagnoses, probes), so that a pragma may name them. */
  readonly otherChecks?: readonly string[];
}

export interface LintResult {
  /** By path, line, column, check. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
}

/** What all rules say of one Dockerfile. No network, no docker; a rule that throws is a bug and is not hidden. */
export function lint(input: LintInput): LintResult {
  const { facts, rules = allRules, severities = {} } = input;
  const pragmas = readPragmas(facts.dockerfile);
  const active = rules.filter((rule) => (severities[rule.id] ?? rule.severity) !== 'off');
  const found = [
    ...grammarFindings(facts.dockerfile).map((finding) => ({ finding })),
    ...claimsOf(facts, active).flatMap((claims) => findingOf(claims, facts.dockerfile, severities) ?? []),
  ];
  const { findings, ignored, used } = silence(found, facts.dockerfile, pragmas, input.ignore ?? []);
  const notices = pragmaNotices({
    dockerfile: facts.dockerfile,
    pragmas,
    used,
    rules,
    active,
    otherChecks: input.otherChecks ?? [],
  }).flatMap((finding) => (severities[finding.check] === 'off' ? [] : [{ finding }]));
  const told = silence(notices, facts.dockerfile, [], input.ignore ?? []);
  return {
    findings: inOrder([...findings, ...told.findings]),
    ignored: inOrder([...ignored, ...told.ignored], ({ finding }) => finding),
  };
}
