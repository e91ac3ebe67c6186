import { expand } from '../dockerfile/expand.ts';
import { goInteger } from '../dockerfile/go-values.ts';
import { parseImageReference, type ImageReference } from '../dockerfile/image-reference.ts';
import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { mountsOf } from './mounts.ts';

export interface Stage {
  readonly index: number;
  /** In small letters, as BuildKit compares them. */
  readonly name?: string;
  /** Absent where the text has no FROM: then it is read as one stage on an unknown base. */
  readonly from?: Instruction;
  readonly base: Base;
  /** Without the FROM. */
  readonly instructions: readonly Instruction[];
}

export type Base =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'image'; readonly text: string; readonly reference: ImageReference }
  | { readonly kind: 'scratch' }
  /** A variable without a value, or no image reference at all. */
  | { readonly kind: 'unknown'; readonly text: string };

export interface StageGraph {
  readonly stages: readonly Stage[];
  /** What is built: the stage that was asked for, else the last; undefined where none has that name. */
  readonly target: Stage | undefined;
  /** Stages whose layers are in the image: the target and what it is built FROM. */
  readonly inImage: ReadonlySet<Stage>;
  /** Stages that BuildKit builds for the target: `inImage`, and what is copied or mounted from. */
  readonly used: ReadonlySet<Stage>;
  /** Undefined for ARG before the first FROM. What ONBUILD registers has the place of its ONBUILD. */
  readonly placeOf: (instruction: Instruction) => StagePlace | undefined;
  /** The stage that `--from=` names, as seen from another stage; an image has none. */
  readonly stageNamed: (name: string, from: Stage) => Stage | undefined;
}

export interface StagePlace {
  readonly stage: Stage;
  /** 0 for FROM, then 1, 2, … */
  readonly position: number;
  /** Where the instruction is what this ONBUILD registers. */
  readonly onBuild?: Instruction;
}

export interface BuildChoice {
  readonly target?: string;
  readonly buildArguments: Readonly<Record<string, string>>;
}

/** Set by BuildKit itself, so known only to the build. */
const platformArguments = new Set([
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'TARGETSTAGE',
]);

export function stageGraph(dockerfile: Dockerfile, choice: BuildChoice): StageGraph {
  const { stages, places } = readStages(dockerfile, globalArguments(dockerfile, choice));
  const byName = new Map<string, Stage>();
  for (const stage of stages) if (stage.name !== undefined) byName.set(stage.name, stage);
  const stageNamed = (name: string, from: Stage): Stage | undefined => {
    const named = byName.get(name.toLowerCase()) ?? stages[goInteger(name) ?? -1];
    return named !== undefined && named.index < from.index ? named : undefined;
  };
  const target = choice.target === undefined ? stages.at(-1) : targetNamed(stages, byName, choice.target);
  return {
    stages,
    target,
    inImage: new Set(target === undefined ? [] : lineage(target)),
    used: usedStages(target, stageNamed),
    placeOf: (instruction) => places.get(instruction),
    stageNamed,
  };
}

/** A stage and what it is built FROM, the stage itself first. */
export function lineage(stage: Stage): readonly Stage[] {
  const chain = [stage];
  for (let base = stage.base; base.kind === 'stage'; base = base.stage.base) chain.push(base.stage);
  return chain;
}

/**
 * The stage as an image that is built on it goes through it: what ONBUILD registers stands where its ONBUILD stands, and sees
 * what was registered before it.
 */
export function asTriggered(stage: Stage): Stage {
  return { ...stage, instructions: stage.instructions.map((instruction) => instruction.trigger ?? instruction) };
}

/** ARG before the first FROM: what FROM itself may use, and what a stage inherits by naming it. */
export function globalArguments(dockerfile: Dockerfile, choice: BuildChoice): (name: string) => string | undefined {
  const values = new Map<string, string>();
  const lookup = (name: string): string | undefined => values.get(name);
  for (const instruction of dockerfile.instructions) {
    if (instruction.keyword === 'FROM') break;
    if (instruction.keyword !== 'ARG') continue;
    for (const { name, value } of instruction.assignments) {
      const given = choice.buildArguments[name];
      if (given !== undefined) values.set(name, given);
      else if (value !== undefined && !platformArguments.has(name)) {
        const expanded = expand(value, lookup, dockerfile.escape);
        if (expanded.known) values.set(name, expanded.text);
        else values.delete(name);
      }
    }
  }
  return lookup;
}

function readStages(
  dockerfile: Dockerfile,
  lookup: (name: string) => string | undefined,
): { stages: readonly Stage[]; places: ReadonlyMap<Instruction, StagePlace> } {
  const stages: Stage[] = [];
  const places = new Map<Instruction, StagePlace>();
  const byName = new Map<string, Stage>();
  const hasFrom = dockerfile.instructions.some((instruction) => instruction.keyword === 'FROM');
  let instructions: Instruction[] = [];
  let current: Stage | undefined;
  const begin = (stage: Stage): void => {
    stages.push(stage);
    current = stage;
    if (stage.name !== undefined) byName.set(stage.name, stage);
  };
  if (!hasFrom && dockerfile.instructions.length > 0)
    begin({ index: 0, base: { kind: 'unknown', text: '' }, instructions });
  for (const instruction of dockerfile.instructions) {
    if (instruction.keyword === 'FROM') {
      instructions = [];
      const name = stageName(instruction);
      begin({
        index: stages.length,
        ...(name === undefined ? {} : { name }),
        from: instruction,
        base: baseOf(instruction, dockerfile, lookup, byName),
        instructions,
      });
    } else if (current !== undefined) instructions.push(instruction);
    if (current === undefined) continue;
    const place = { stage: current, position: instruction.keyword === 'FROM' ? 0 : instructions.length };
    places.set(instruction, place);
    if (instruction.trigger !== undefined) places.set(instruction.trigger, { ...place, onBuild: instruction });
  }
  return { stages, places };
}

function stageName(from: Instruction): string | undefined {
  const [, as, name] = from.words;
  return as?.value.toLowerCase() === 'as' ? name?.value.toLowerCase() : undefined;
}

function baseOf(
  from: Instruction,
  dockerfile: Dockerfile,
  lookup: (name: string) => string | undefined,
  byName: ReadonlyMap<string, Stage>,
): Base {
  const word = from.words[0];
  if (word === undefined) return { kind: 'unknown', text: '' };
  const expanded = expand(word.text, lookup, dockerfile.escape);
  if (!expanded.known) return { kind: 'unknown', text: word.value };
  const text = expanded.text;
  if (text === 'scratch') return { kind: 'scratch' };
  const stage = byName.get(text.toLowerCase());
  if (stage !== undefined) return { kind: 'stage', stage };
  const reference = parseImageReference(text);
  return reference === undefined ? { kind: 'unknown', text } : { kind: 'image', text, reference };
}

function targetNamed(stages: readonly Stage[], byName: ReadonlyMap<string, Stage>, target: string): Stage | undefined {
  return byName.get(target.toLowerCase()) ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined);
}

function usedStages(
  target: Stage | undefined,
  stageNamed: (name: string, from: Stage) => Stage | undefined,
): ReadonlySet<Stage> {
  const used = new Set<Stage>();
  const waiting = target === undefined ? [] : [target];
  for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
    if (used.has(stage)) continue;
    used.add(stage);
    if (stage.base.kind === 'stage') waiting.push(stage.base.stage);
    for (const instruction of stage.instructions) {
      for (const name of namesTakenFrom(instruction)) {
        const other = stageNamed(name, stage);
        if (other !== undefined) waiting.push(other);
      }
    }
  }
  return used;
}

function namesTakenFrom(instruction: Instruction): readonly string[] {
  if (instruction.flags.length === 0) return [];
  const from = instruction.flags.flatMap((flag) => (flag.name === 'from' ? [flag.value ?? ''] : []));
  return [...from, ...mountsOf(instruction).flatMap((mount) => (mount.from === undefined ? [] : [mount.from]))];
}
