import type { Instruction } from '../dockerfile/model.ts';
import { timedSteps } from '../facts/build-steps.ts';
import type { Facts } from '../facts/facts.ts';
import { mountsOf } from '../facts/mounts.ts';
import type { Stage } from '../facts/stages.ts';
import type { Probe } from './probe.ts';

export const rebuild: Probe = {
  id: 'rebuild',
  summary: 'How long the steps take that a change of the code alone builds again',
  why: 'BuildKit times each step. Those behind the copy of the source are built again after each change; where one of them came from the cache this time, how long it takes is not known, and no price is told.',
  settles: ['source-before-dependencies'],
  settle({ finding, facts, observation }) {
    const line = finding.location?.line ?? 0;
    const copy = facts.dockerfile.instructions.find(({ lines }) => lines[0] <= line && line <= lines[1]);
    if (copy === undefined) return undefined;
    const behind = builtAgainAfter(copy, facts).filter(({ keyword }) => keyword === 'RUN');
    const timed = timedSteps(observation.build?.steps ?? [], facts);
    const steps = behind.map(({ lines }) => timed.find((step) => step.line === lines[0]));
    const known = steps.flatMap((step) => (step === undefined || step.cached ? [] : [step.ms]));
    if (known.length === 0 || known.length < behind.length) return undefined;
    const ms = known.reduce((sum, each) => sum + each, 0);
    const what = `${known.length === 1 ? 'the step' : `${known.length} steps`} that each change of the code builds again`;
    return { status: 'confirmed', cost: { ms }, evidence: [{ kind: 'measurement', what, value: ms, unit: 'ms' }] };
  },
};

/** What stands behind it in its stage, and in the stages that go on from there, or take something out of it. */
function builtAgainAfter(copy: Instruction, facts: Facts): readonly Instruction[] {
  const again: Instruction[] = [];
  const touched = new Set<Stage>();
  for (const stage of facts.stages) {
    if (!facts.graph.used.has(stage)) continue;
    const { base, instructions } = stage;
    const first = instructions.findIndex((each) => each === copy || takesFrom(each, stage, touched, facts));
    const goesOn = base.kind === 'stage' && touched.has(base.stage);
    if (first === -1 && !goesOn) continue;
    touched.add(stage);
    const own = goesOn ? instructions : instructions.slice(first);
    again.push(...own.filter((each) => each !== copy));
  }
  return again;
}

function takesFrom(instruction: Instruction, stage: Stage, touched: ReadonlySet<Stage>, facts: Facts): boolean {
  const names = [
    ...instruction.flags.flatMap(({ name, value }) => (name === 'from' && value !== undefined ? [value] : [])),
    ...mountsOf(instruction).flatMap(({ from }) => from ?? []),
  ];
  return names.some((name) => {
    const named = facts.graph.stageNamed(name, stage);
    return named !== undefined && touched.has(named);
  });
}
