import type { Engine } from '../docker/docker.ts';
import type { ImageObservation } from '../observation.ts';
import type { Plan } from '../plan/plan.ts';
import { unwatched } from '../ports.ts';
import type { Hardening, TrialReport } from '../report.ts';
import { tryContainer } from './container-trial.ts';
import { Logbook } from './logbook.ts';
import type { TrialPorts } from './trial.ts';

/** No user of any image: Kubernetes platforms such as OpenShift start containers as such a one, in the group root. */
const foreignUser = '1000620000:0';
/** Above what was seen at its peak, for the next start may take a little more. */
const memoryMargin = 1.25;
const leastMemoryBytes = 64_000_000;
/** What a container under a stricter setting may take longer than without. */
const slowerMs = 10_000;

/** Starts the image that has passed again under stricter settings, each alone and then those together that it bears. */
export async function tryHardening(report: TrialReport, plan: Plan, ports: TrialPorts): Promise<TrialReport> {
  const { image, verdict } = report;
  if (!plan.tryHardening || image === undefined || verdict !== 'passed') return report;
  const engine = await ports.docker.engine(ports.engineComesWithinMs);
  const hardening: Hardening[] = [];
  ports.progress({ kind: 'stage-began', stage: 'bears' });
  for (const settings of stricterSettings(report))
    hardening.push(await startWith(settings, { report, plan, image, engine, ports, number: hardening.length + 1 }));
  const borne = hardening.filter(({ serves }) => serves).map(({ option }) => option);
  if (borne.length > 1)
    hardening.push(
      await startWith(borne.join(' '), { report, plan, image, engine, ports, number: hardening.length + 1 }),
    );
  ports.progress({ kind: 'stage-ended', stage: 'bears', status: 'passed' });
  return { ...report, hardening };
}

function stricterSettings({ runtime }: TrialReport): readonly string[] {
  const peak = runtime?.memoryPeakBytes ?? runtime?.memoryBytes;
  const memory = peak === undefined ? undefined : Math.ceil(Math.max(leastMemoryBytes, peak * memoryMargin) / 1e6);
  return [
    '--read-only --tmpfs /tmp',
    '--cap-drop ALL',
    '--security-opt no-new-privileges',
    `--user ${foreignUser}`,
    ...(memory === undefined ? [] : [`--memory ${memory}m`]),
  ];
}

interface Course {
  readonly report: TrialReport;
  readonly plan: Plan;
  readonly image: ImageObservation;
  readonly engine: Engine;
  readonly ports: TrialPorts;
  readonly number: number;
}

async function startWith(option: string, { report, plan, image, engine, ports, number }: Course): Promise<Hardening> {
  ports.progress({ kind: 'step-began', stage: 'bears', title: option });
  const unseen = { ...ports, progress: unwatched };
  const logbook = new Logbook(plan, unseen);
  const { start } = plan;
  const stricter: Plan = {
    ...plan,
    readyLimitMs: Math.min(plan.readyLimitMs, 3 * (report.startupMs ?? plan.readyLimitMs) + slowerMs),
    stopLimitMs: Math.min(plan.stopLimitMs, 1000), // how it stops is known already
    start: {
      ...start,
      containerName: `${start.containerName}-${number}`,
      publish: start.publish.map((port) => ({ ...port, hostPort: 0 })),
      options: [...start.options, ...option.split(' ')],
    },
  };
  await tryContainer(stricter, image, { ...unseen, engine, logbook, suspected: [] });
  const failed = logbook.stages.find(({ status }) => status === 'failed' || status === 'errored');
  if (failed === undefined || failed.status === 'skipped') return { option, serves: true };
  const [cause] = failed.findings;
  return {
    option,
    serves: false,
    cause: cause?.check ?? 'unknown',
    ...(cause === undefined ? {} : { title: cause.title }),
    ...(cause?.location === undefined ? {} : { location: cause.location }),
  };
}
