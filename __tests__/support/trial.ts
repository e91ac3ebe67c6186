import { randomBytes } from 'node:crypto';
import { openDocker } from '../../src/docker/cli.ts';
import { onFreePort } from '../../src/plan/free-port.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { systemClock, systemFiles, systemFolders } from '../../src/ports.ts';
import type { TrialReport } from '../../src/report.ts';
import { settingsFromArguments } from '../../src/settings/arguments.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { tryHardening } from '../../src/trial/hardening.ts';
import { proveFixes, type ProofPorts } from '../../src/trial/prove-fixes.ts';
import { pushImage, type PushPorts } from '../../src/trial/push-image.ts';
import { trial } from '../../src/trial/trial.ts';

/** The settings of `sea-trial trial`, as typed. */
function settingsOf(...words: readonly string[]): Settings {
  const invocation = settingsFromArguments(['trial', ...words], process.env);
  if (!('settings' in invocation)) throw new Error(`these are not the words of a trial: ${words.join(' ')}`);
  return invocation.settings;
}

/**
 * A whole trial in this process against the real engine, with paths as seen from `folder`. Where no port was given, the usual
 * one is published on a free host port: suites run side by side, and the host has one port 8000.
 */
export async function tryFolder(folder: string, ...words: readonly string[]): Promise<TrialReport> {
  return withPlan(folder, words, (plan, ports) => trial(plan, ports, 'error'));
}

/** The same, and then what its fixes change. */
export async function proveFolder(folder: string, ...words: readonly string[]): Promise<TrialReport> {
  return withPlan(folder, words, async (plan, ports) => proveFixes(await trial(plan, ports, 'error'), plan, ports));
}

/** The same with `try-hardening`. */
export async function hardenFolder(folder: string, ...words: readonly string[]): Promise<TrialReport> {
  return withPlan(folder, ['--try-hardening', ...words], async (plan, ports) =>
    tryHardening(await trial(plan, ports, 'error'), plan, ports),
  );
}

/** The same with `push`, on this clock, and with this environment for docker. */
export async function pushFolder(
  folder: string,
  words: readonly string[],
  more: Partial<Pick<PushPorts, 'clock' | 'pushRefusal' | 'docker' | 'signal'>> = {},
): Promise<TrialReport> {
  return withPlan(folder, ['--push', ...words], async (plan, ports) =>
    pushImage(await trial(plan, { ...ports, ...more, clock: ports.clock }, plan.failOn), plan, { ...ports, ...more }),
  );
}

async function withPlan(
  folder: string,
  words: readonly string[],
  work: (plan: Plan, ports: ProofPorts) => Promise<TrialReport>,
): Promise<TrialReport> {
  const ports = { clock: systemClock, files: systemFiles, folders: systemFolders, workingDirectory: folder };
  const planned = makePlan(settingsOf('.', ...words), ports, `test-${randomBytes(4).toString('hex')}`);
  const docker = openDocker(process.env, ports);
  const progress = (): void => {};
  const plan = onFreePort(planned);
  try {
    return await work(plan, {
      ...ports,
      docker,
      engineComesWithinMs: 0,
      progress,
      signal: new AbortController().signal,
    });
  } finally {
    if (plan.origin.kind === 'built') for (const tag of plan.origin.request.tags) await docker.removeImage(tag);
  }
}
