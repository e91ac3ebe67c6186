import type { BuildOutcome, BuildRequest, Docker } from '../docker/docker.ts';
import type { Facts } from '../facts/facts.ts';
import { fingerprintOf, type Finding, type Location } from '../finding.ts';
import type { BuildWarning } from '../observation.ts';
import type { Progress } from '../ports.ts';
import { locationOf } from '../dockerfile/location.ts';
import { buildLog } from './build-log.ts';

/** Builds with the steps' logs shown live. */
export async function build(
  request: BuildRequest,
  docker: Docker,
  progress: Progress,
  signal: AbortSignal,
): Promise<BuildOutcome> {
  const log = buildLog(progress);
  try {
    return await docker.build(request, log, signal);
  } finally {
    log.close();
  }
}

/** BuildKit's own checks, from the build that was done anyway. */
export function buildkitFindings(warnings: readonly BuildWarning[], facts: Facts): readonly Finding[] {
  return warnings.map((warning) => {
    const location = lineOf(facts, warning);
    return {
      check: `buildkit/${warning.check}`,
      aliases: [warning.check],
      severity: 'warning',
      title: warning.message.replace(/\.$/, ''),
      why: warning.detail,
      advice: warning.url === undefined ? '' : `What to write instead: ${warning.url}`,
      ...(location === undefined ? {} : { location }),
      evidence: [],
      // The engine that builds has said so itself.
      status: 'confirmed',
      fingerprint: fingerprintOf(`buildkit/${warning.check}`, facts.dockerfile.path, warning.message),
    } as const;
  });
}

function lineOf(facts: Facts, warning: BuildWarning): Location | undefined {
  const { dockerfile } = facts;
  const instruction = dockerfile.instructions.find(
    ({ lines }) => warning.line !== undefined && lines[0] <= warning.line && warning.line <= lines[1],
  );
  return instruction === undefined ? undefined : locationOf(dockerfile, instruction.span);
}
