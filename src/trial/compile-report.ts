import { distinct } from '../lint/distinct.ts';
import type { LintResult } from '../lint/lint.ts';
import type { ImageObservation } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import type { TrialReport } from '../report.ts';
import { layerLines, timedSteps } from '../facts/build-steps.ts';
import type { ContainerResult } from './container-trial.ts';
import { engineFindings } from './engine-checks.ts';
import type { Logbook } from './logbook.ts';
import { settleFindings } from './settle.ts';
import { joinFindings, judge, type FailOn } from './verdict.ts';

export interface Compiled {
  readonly plan: Pick<Plan, 'name' | 'file' | 'context' | 'facts' | 'lint' | 'notes'>;
  readonly linted: LintResult;
  readonly logbook: Pick<Logbook, 'observation' | 'stages'>;
  readonly tried: ContainerResult;
  readonly image?: ImageObservation;
  readonly failOn: FailOn;
}

/** All that the stages came to, as one report: here lint's suspicions meet what the run saw. */
export function compileReport({ plan, linted, logbook, tried, image, failOn }: Compiled): TrialReport {
  const { observation, stages } = logbook;
  const { facts } = plan;
  const seen = stages.flatMap((stage) => (stage.stage === 'lint' || stage.status === 'skipped' ? [] : stage.findings));
  const settled = settleFindings(linted.findings, observation, facts);
  const buildkit = engineFindings(observation.build?.warnings ?? [], facts, linted, plan.lint);
  const joined = joinFindings([...settled, ...buildkit.findings], seen);
  const findings = distinct(joined.map((finding) => ({ finding }))).map(({ finding }) => finding);
  const { container } = observation;
  return {
    name: plan.name,
    file: plan.file,
    context: plan.context,
    ...judge(stages, findings, failOn),
    stages,
    findings,
    ignored: [...linted.ignored, ...buildkit.ignored],
    ...(image === undefined ? {} : { image, layerLines: layerLines(image, facts) }),
    ...(observation.build === undefined ? {} : { steps: timedSteps(observation.build.steps, facts) }),
    ...(container?.wait.readyAtMs === undefined ? {} : { startupMs: container.wait.readyAtMs }),
    ...(tried.probes.length === 0 ? {} : { probes: tried.probes }),
    ...(container?.runtime === undefined ? {} : { runtime: container.runtime }),
    ...(container?.stop === undefined ? {} : { stopped: container.stop }),
    notes: [
      ...plan.notes,
      ...(tried.movedTo === undefined
        ? []
        : [`Port 8000 is taken on this machine, so the container was published on port ${tried.movedTo}.`]),
    ],
    observation,
  };
}
