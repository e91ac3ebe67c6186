import { remarksOn } from '../diagnoses/diagnose.ts';
import { recordedFacts } from '../facts/recorded-facts.ts';
import { lint } from '../lint/lint.ts';
import type { ContainerObservation, Exchange, Observation } from '../observation.ts';
import { connectionDeviation, describeOutcome } from '../probes/judge.ts';
import type { ProbeResult, StageName, StageResult, TrialReport } from '../report.ts';
import { symptomsOf } from '../symptoms/symptoms.ts';
import type { Moment, Seen } from '../symptoms/seen.ts';
import { documentedResults } from '../stages/documented.ts';
import { compileReport } from './compile-report.ts';
import { diagnosed } from './diagnosed.ts';

/** The report of a recorded trial: the same diagnoses, from what was seen then. Lint runs anew, as nobody configured it. */
export function replay(observation: Observation): TrialReport {
  const { sources, container, name } = observation;
  const facts = recordedFacts(sources);
  const linted = lint({ facts });
  const stages = stagesOf({ observation, facts }, linted.findings);
  return compileReport({
    plan: { name, file: sources.dockerfile.path, context: sources.context, facts, lint: {}, notes: [] },
    linted,
    logbook: { observation, stages },
    tried: { probes: container === undefined ? [] : probesOf(container) },
    ...(container === undefined ? {} : { image: container.image }),
    failOn: 'error',
  });
}

/** Which stage each moment of a failure belongs to. */
const stageAt: Readonly<Record<Moment, StageName>> = {
  build: 'build',
  create: 'start',
  exit: 'start',
  silent: 'start',
  answer: 'smoke',
  serve: 'smoke',
  stop: 'stop',
};

function stagesOf(seen: Seen, suspected: TrialReport['findings']): readonly StageResult[] {
  const { build, container } = seen.observation;
  const failedAt = failedStage(seen);
  const startedAt = container?.state?.startedAt ?? build?.steps[0]?.startedAt ?? 0;
  const stage = (name: StageName, ms: number, findings: TrialReport['findings'] = []): StageResult => {
    const timed = { stage: name, startedAt, ms };
    return name === failedAt
      ? { ...timed, ...diagnosed(seen.observation, seen.facts) }
      : { ...timed, status: 'passed', findings };
  };
  const skipped = (name: StageName, because: string): StageResult => ({ stage: name, status: 'skipped', because });
  const answers = container?.wait.ended === 'ready' && container.expected.kind !== 'exit';
  return [
    { stage: 'lint', status: 'passed', startedAt, ms: 0, findings: suspected },
    build === undefined ? skipped('build', 'the image exists') : stage('build', build.ms),
    container === undefined ? skipped('start', 'there is no image') : stage('start', container.wait.ms),
    answers ? stage('smoke', probingMs(container), remarksOn(seen, 'serve')) : skipped('smoke', 'nothing answered'),
    container?.stop === undefined
      ? skipped('stop', 'it was not stopped')
      : stage('stop', container.stop.ms, remarksOn(seen, 'stop')),
  ];
}

/** A container that answered, and ended while it was asked, failed at the smoke tests. */
function failedStage(seen: Seen): StageName | undefined {
  const symptoms = symptomsOf(seen);
  if (symptoms === undefined) return undefined;
  return seen.observation.container?.wait.ended === 'ready' ? 'smoke' : stageAt[symptoms.moment];
}

function probingMs({ exchanges }: ContainerObservation): number {
  return exchanges.reduce((ms, exchange) => ms + (exchange.probe === undefined ? 0 : exchange.ms), 0);
}

/** The last answer to each probe is what counted. */
function probesOf(container: ContainerObservation): readonly ProbeResult[] {
  const last = new Map(
    container.exchanges.flatMap((exchange) => (exchange.probe === undefined ? [] : [[exchange.probe, exchange]])),
  );
  return [...last.values()].map(probeResult).concat(documentedResults(container));
}

function probeResult({ request, outcome, ms, passed = false }: Exchange): ProbeResult {
  const [verb = '', address = ''] = request.split(' ');
  const isTcp = verb === 'TCP';
  return {
    request: isTcp || !URL.canParse(address) ? request : `${verb} ${new URL(address).pathname}`,
    outcome: isTcp ? (connectionDeviation(outcome) ?? describeOutcome(outcome)) : describeOutcome(outcome),
    ...(outcome.kind === 'answered' ? { status: outcome.status } : {}),
    ms,
    passed,
  };
}
