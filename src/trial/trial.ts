import { diagnoses } from '../diagnoses/index.ts';
import type { Docker } from '../docker/docker.ts';
import { SetupError } from '../errors.ts';
import { lintBeside, type LintResult } from '../lint/lint.ts';
import type { ShellCheck } from '../lint/shellcheck.ts';
import type { ImageObservation } from '../observation.ts';
import type { ImageOrigin, Plan } from '../plan/plan.ts';
import type { Clock, Progress } from '../ports.ts';
import { probes } from '../probes/index.ts';
import type { TrialReport } from '../report.ts';
import { build } from '../stages/build.ts';
import { existingImage } from '../stages/existing-image.ts';
import { compileReport } from './compile-report.ts';
import { tryContainer } from './container-trial.ts';
import { diagnosed } from './diagnosed.ts';
import { Logbook, type StageOutcome } from './logbook.ts';
import type { FailOn } from './verdict.ts';

export interface TrialPorts {
  readonly docker: Docker;
  readonly clock: Clock;
  readonly progress: Progress;
  /** Aborted by SIGINT and SIGTERM: the trial ends at once, and cleans up. */
  readonly signal: AbortSignal;
  /** How long an engine that does not answer yet is waited for. */
  readonly engineComesWithinMs: number;
  /** Why this code is not built, as a clause; absent where it may be. */
  readonly refusal?: string;
  /** Reads the shell text of RUN; absent where nobody shall. */
  readonly shellcheck?: ShellCheck;
}

/** How long what was aborted may take to put its temporary files away. */
const tidyingMs = 2_000;

/** The whole trial of one image. Throws only when it was aborted; whatever happens, the container is removed. */
export async function trial(plan: Plan, ports: TrialPorts, failOn: FailOn): Promise<TrialReport> {
  const logbook = new Logbook(plan, ports);
  const asked = ports.docker.engine(ports.engineComesWithinMs);
  asked.catch(() => {}); // told by the build stage, which awaits it
  const building = logbook.stage('build', async () => {
    if (ports.refusal !== undefined)
      throw new SetupError(
        `The image is not built, because ${ports.refusal}. To build it all the same, knowing that it runs that code, set the input allow-untrusted-build.`,
      );
    await asked;
    const { origin } = plan;
    if (origin.kind === 'built') return buildStage(origin, plan, ports, logbook);
    const image = await existingImage(origin, ports.docker, ports.signal);
    return { value: image, status: 'skipped', because: 'the image exists' };
  });
  // While the image is built: lint costs no time of its own.
  const linted = await lintStage(plan, ports, logbook);
  try {
    const image = await building;
    if (image === undefined) {
      for (const stage of ['start', 'smoke', 'stop'] as const) logbook.skip(stage, 'there is no image');
      return compileReport({ plan, linted, logbook, tried: { probes: [] }, failOn });
    }
    const known = plan.byImage?.(image) ?? plan;
    const course = { ...ports, engine: await asked, logbook, suspected: linted.findings };
    const tried = await tryContainer(known, image, course);
    return compileReport({ plan: known, linted, logbook, tried, image, failOn });
  } finally {
    await logbook.settled(tidyingMs);
  }
}

/** Mode lint: the same report, of the one stage that needs no engine. */
export async function lintAlone(
  plan: Plan,
  ports: Pick<TrialPorts, 'clock' | 'signal' | 'progress' | 'shellcheck'>,
  failOn: FailOn,
): Promise<TrialReport> {
  const logbook = new Logbook(plan, ports);
  const linted = await lintStage(plan, ports, logbook);
  for (const stage of ['build', 'start', 'smoke', 'stop'] as const) logbook.skip(stage, 'only lint was asked for');
  return compileReport({ plan, linted, logbook, tried: { probes: [] }, failOn });
}

async function lintStage(
  plan: Plan,
  { shellcheck }: Pick<TrialPorts, 'shellcheck'>,
  logbook: Logbook,
): Promise<LintResult> {
  let linted: LintResult = { findings: [], ignored: [] };
  await logbook.stage('lint', async () => {
    if (plan.byImage !== undefined)
      return { value: linted, status: 'skipped', because: 'an image is tried, and there is no Dockerfile' };
    const { facts } = plan;
    const otherChecks = [...diagnoses, ...probes].map(({ id }) => id);
    linted = await lintBeside({ facts, ...plan.lint, otherChecks }, shellcheck?.(facts) ?? Promise.resolve([]));
    return { value: linted, status: 'passed', findings: linted.findings };
  });
  return linted;
}

async function buildStage(
  { name, request }: Extract<ImageOrigin, { readonly kind: 'built' }>,
  plan: Plan,
  { docker, progress, signal }: TrialPorts,
  logbook: Logbook,
): Promise<StageOutcome<ImageObservation | undefined>> {
  const { observation, imageId } = await build(request, docker, progress, signal);
  logbook.sawBuild(observation);
  if (imageId === undefined) return { value: undefined, ...diagnosed(logbook.observation, plan.facts) };
  const image = await docker.inspectImage(imageId);
  if (image === undefined)
    throw new SetupError(
      `The image ${imageId} was built, and the engine does not hold it: the builder is that of another engine, or somebody has removed the image. Leave \`builder\` out, or set DOCKER_HOST to the engine of that builder.`,
    );
  return { value: { ...image, reference: name }, status: 'passed', findings: [] };
}
