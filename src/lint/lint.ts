import type { Dockerfile } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { Finding, IgnoredFinding } from '../finding.ts';
import { rules as allRules } from '../rules/index.ts';
import { unconfigured, type RuleSettings } from '../rules/rule-settings.ts';
import type { Rule } from '../rules/rule.ts';
import { askedRules, type AskedRules } from './asked-rules.ts';
import { claimsOf } from './claims.ts';
import { distinct } from './distinct.ts';
import { findingOf, type Found } from './findings.ts';
import { grammarFindings } from './grammar-findings.ts';
import { inOrder } from './order.ts';
import { pragmaNotices } from './pragma-notices.ts';
import { readPragmas, type Pragma } from './pragmas.ts';
import { withoutFixesOfRefused } from './refused.ts';
import { withSeverities, type Severities } from './severity.ts';
import { silence, type IgnoreSetting } from './suppression.ts';

/** What the user has decided about lint, by configuration, input or flag. */
export interface LintSettings {
  readonly severities?: Severities;
  readonly ignore?: readonly IgnoreSetting[];
  readonly ruleSettings?: Partial<RuleSettings>;
  /** A comment that ignores something and does not say why is told. */
  readonly requireReason?: boolean;
  /** Comments in the Dockerfile silence nothing. */
  readonly withoutPragmas?: boolean;
}

export interface LintInput extends LintSettings {
  readonly facts: Facts;
  /** All of them by default. */
  readonly rules?: readonly Rule[];
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
  const active = activeRules(input);
  return settled(input, active, claimed(input, active));
}

/** The same, and what another program says of the Dockerfile; the rules do not wait for it. */
export async function lintBeside(input: LintInput, others: Promise<readonly Found[]>): Promise<LintResult> {
  const active = activeRules(input);
  const found = claimed(input, active);
  return settled(input, active, [...found, ...withSeverities(await others, input.severities ?? {})]);
}

function claimed(input: LintInput, active: AskedRules): readonly Found[] {
  const { facts, severities = {} } = input;
  return [
    ...grammarFindings(facts.dockerfile).map((finding) => ({ finding })),
    ...withoutFixesOfRefused(
      claimsOf(facts, active, { ...unconfigured, ...input.ruleSettings }).flatMap(
        (claims) => findingOf(claims, facts.dockerfile, severities) ?? [],
      ),
      facts.dockerfile,
    ),
  ];
}

function activeRules({ rules = allRules, severities = ownSeverities }: LintInput): AskedRules {
  return askedRules(rules, severities);
}

const ownSeverities: Severities = {};

function settled(input: LintInput, active: AskedRules, found: readonly Found[]): LintResult {
  const { facts, rules = allRules, severities = {} } = input;
  const pragmas = pragmasInForce(facts.dockerfile, input);
  const { findings, ignored, used } = silence(distinct(found), facts.dockerfile, pragmas, input.ignore ?? []);
  const notices = pragmaNotices({
    dockerfile: facts.dockerfile,
    pragmas,
    used,
    rules,
    active: active.all,
    otherChecks: input.otherChecks ?? [],
    requireReason: input.requireReason === true,
  });
  const told = silence(distinct(withSeverities(notices, severities)), facts.dockerfile, pragmas, input.ignore ?? []);
  return {
    findings: inOrder([...findings, ...told.findings]),
    ignored: inOrder([...ignored, ...told.ignored], ({ finding }) => finding),
  };
}

/** The pragmas that silence, unless the configuration takes their force away. */
export function pragmasInForce(dockerfile: Dockerfile, { withoutPragmas }: LintSettings): readonly Pragma[] {
  return withoutPragmas === true ? [] : readPragmas(dockerfile);
}
