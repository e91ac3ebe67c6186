import { severities, type Finding } from '../finding.ts';
import { inOrder } from '../lint/order.ts';
import type { StageResult, Verdict } from '../report.ts';

export type FailOn = 'error' | 'warning' | 'notice' | 'never';

export interface Judged {
  readonly verdict: Verdict;
  readonly cause: string | undefined;
}

/**
 * Could not run comes before failed: where the set-up stopped the trial, the image is not blamed.
 * `failOn` concerns findings alone; an image that does not build or serve has failed whatever it says.
 */
export function judge(stages: readonly StageResult[], findings: readonly Finding[], failOn: FailOn): Judged {
  const errored = stages.find((stage) => stage.status === 'errored');
  const failed = stages.find((stage) => stage.status === 'failed');
  const ended = errored ?? failed;
  if (ended !== undefined && 'findings' in ended) {
    return { verdict: errored === undefined ? 'failed' : 'errored', cause: ended.findings[0]?.check ?? 'unknown' };
  }
  const failing = findings.filter((finding) => fails(finding, failOn));
  if (failing.length === 0) return { verdict: 'passed', cause: undefined };
  return {
    verdict: 'failed',
    cause: remarks(stages).find((seen) => failing.some(({ check }) => check === seen.check))?.check,
  };
}

/** Of a container that serves, what the run itself found wrong: how it answers, and how it stops. */
function remarks(stages: readonly StageResult[]): readonly Finding[] {
  return stages.flatMap((stage) =>
    (stage.stage === 'smoke' || stage.stage === 'stop') && 'findings' in stage ? stage.findings : [],
  );
}

/** What the run refuted fails nothing. */
function fails(finding: Finding, failOn: FailOn): boolean {
  if (failOn === 'never' || finding.status === 'refuted') return false;
  return severities.indexOf(finding.severity) <= severities.indexOf(failOn);
}

/**
 * One cause is one entry: a suspicion of lint and a diagnosis of the run that name the same flaw become one finding,
 * in the words of the run, at the place where the flaw stands, with the evidence of both.
 */
export function joinFindings(suspected: readonly Finding[], seen: readonly Finding[]): readonly Finding[] {
  const joined = seen.map((finding) => {
    const suspicion = suspected.find((candidate) => isSameFlaw(candidate, finding));
    if (suspicion === undefined) return finding;
    const { location, fix } = { ...withoutUndefined(suspicion), ...withoutUndefined(finding) };
    return {
      ...finding,
      aliases: [...new Set([...suspicion.aliases, ...finding.aliases])],
      ...(location === undefined ? {} : { location }),
      ...(fix === undefined ? {} : { fix }),
      evidence: [...finding.evidence, ...suspicion.evidence],
      fingerprint: suspicion.fingerprint,
    };
  });
  const left = suspected.filter((candidate) => !seen.some((finding) => isSameFlaw(candidate, finding)));
  return inOrder([...joined, ...left]);
}

function isSameFlaw(suspicion: Finding, seen: Finding): boolean {
  return (
    suspicion.check === seen.check && (seen.location === undefined || suspicion.location?.path === seen.location.path)
  );
}

function withoutUndefined({ location, fix }: Finding): Pick<Finding, 'location' | 'fix'> {
  return { ...(location === undefined ? {} : { location }), ...(fix === undefined ? {} : { fix }) };
}
