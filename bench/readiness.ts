import { openDocker } from '../src/docker/cli.ts';
import { makePlan } from '../src/plan/make-plan.ts';
import { systemClock, systemFiles } from '../src/ports.ts';
import { settingsFromArguments } from '../src/settings/arguments.ts';
import { trial } from '../src/trial/trial.ts';
import { median } from './median.ts';

const rounds = 15;

/** How long after a server first could answer the trial saw it, with a server that records that moment. */
export async function benchReadiness(): Promise<void> {
  const lags: number[] = [];
  for (let round = 0; round < rounds; round += 1) lags.push(await lagOfOneTrial(round));
  const sorted = lags.toSorted((a, b) => a - b);
  console.log(
    `readiness lag: median ${median(lags).toFixed(1)} ms of ${rounds} starts, least ${sorted[0]?.toFixed(1)}, most ${sorted.at(-1)?.toFixed(1)} (aim: at most 25 ms)`,
  );
}

async function lagOfOneTrial(round: number): Promise<number> {
  const ports = { clock: systemClock, files: systemFiles, workingDirectory: import.meta.dirname };
  const invocation = settingsFromArguments(
    ['trial', 'readiness', '--stop-timeout', '0', '--publish', '127.0.0.1:0:8000'],
    process.env,
  );
  if (!('settings' in invocation)) throw new Error('these are the words of a trial');
  const plan = makePlan(invocation.settings, ports, `bench-${process.pid}-${round}`);
  const docker = openDocker(process.env, ports);
  const progress = (): void => {};
  const { observation } = await trial(
    plan,
    { ...ports, docker, engineComesWithinMs: 0, progress, signal: new AbortController().signal },
    'never',
  );
  await docker.removeImage(plan.origin.name);
  const { container } = observation;
  const answer = container?.exchanges.find(({ outcome }) => outcome.kind === 'answered');
  const { startedAt } = container?.state ?? {};
  const readyAtMs = container?.wait.readyAtMs;
  if (answer?.outcome.kind !== 'answered' || startedAt === undefined || readyAtMs === undefined)
    throw new Error('the server of the benchmark did not answer');
  return startedAt + readyAtMs - Number(answer.outcome.body);
}
