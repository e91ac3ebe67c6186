import type { Facts } from '../facts/facts.ts';
import type { Finding } from '../finding.ts';
import { distinct } from '../lint/distinct.ts';
import { instructionAt } from '../lint/instruction-at.ts';
import { pragmasInForce, type LintResult, type LintSettings } from '../lint/lint.ts';
import { severitySaid, withSeverities } from '../lint/severity.ts';
import { silence, type Silenced } from '../lint/suppression.ts';
import type { BuildWarning } from '../observation.ts';
import { rules } from '../rules/index.ts';
import { buildkitFindings } from '../stages/build.ts';

/**
 * What the engine's own checks add to ours: not what one of ours says of the same instruction already, told or ignored, nor what the
 * user has switched off or ignored under the name of our rule.
 */
export function engineFindings(
  warnings: readonly BuildWarning[],
  facts: Facts,
  linted: LintResult,
  settings: LintSettings,
): Pick<Silenced, 'findings' | 'ignored'> {
  const { severities = {}, ignore = [] } = settings;
  const ours = [...linted.findings, ...linted.ignored.map(({ finding }) => finding)];
  const found = buildkitFindings(warnings, facts).filter(
    (finding) =>
      !ours.some((own) => isSameFlaw(own, finding, facts)) &&
      !rulesBeside(finding).some((id) => severitySaid([id], severities) === 'off'),
  );
  const beside = new Map(found.flatMap((finding) => rulesBeside(finding).map((id) => [id, finding.check] as const)));
  return silence(
    distinct(
      withSeverities(
        found.map((finding) => ({ finding })),
        severities,
      ),
    ),
    facts.dockerfile,
    pragmasInForce(facts.dockerfile, settings),
    ignore.flatMap((setting) => {
      const check = beside.get(setting.check.toLowerCase());
      return check === undefined ? [setting] : [setting, { ...setting, check }];
    }),
  );
}

function isSameFlaw(own: Finding, found: Finding, { dockerfile }: Facts): boolean {
  if (!found.aliases.some((name) => own.aliases.includes(name))) return false;
  const [here, there] = [own, found].map(({ location }) =>
    location === undefined ? undefined : instructionAt(dockerfile, location),
  );
  return here !== undefined && here === there;
}

/** The ids of our rules that know the same flaw. */
function rulesBeside({ aliases }: Finding): readonly string[] {
  return rules.filter((rule) => aliases.some((name) => rule.aliases.includes(name))).map(({ id }) => id);
}
