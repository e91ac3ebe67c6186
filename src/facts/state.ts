import { expand, type Expansion } from '../dockerfile/expand.ts';
import { locationOf } from '../dockerfile/location.ts';
import type { Assignment, Dockerfile, Instruction } from '../dockerfile/model.ts';
import { programName } from '../servers/index.ts';
import type { EnvironmentValue } from '../servers/server.ts';
import { isWindows } from './base-family.ts';
import { baseUser, baseWorkdir } from './base-image.ts';
import { before, type Entry } from './history.ts';
import { joinPath } from './image-path.ts';
import { inLayers, layered, type Layer } from './layers.ts';
import { once, oncePer } from './once.ts';
import { shellPragmas, type ShellPragmas } from './shell-pragma.ts';
import type { Stage } from './stages.ts';

/** A text that may only be known when the image is built or run. */
export type Value = { readonly known: true; readonly text: string } | { readonly known: false };

/** What is in force for an instruction, from the instructions before it and from the stages below. */
export interface BuildState {
  /** Absolute. `setBy` is absent where it is the base image's. */
  readonly workdir: Value & { readonly setBy?: Instruction };
  /** As USER has it, `app:app` or `1000`. `setBy` is absent where it is the base image's. */
  readonly user: Value & { readonly setBy?: Instruction };
  /** What runs the shell form; `setBy` is absent for Docker's own `/bin/sh -c`, and `cmd /S /C` on Windows. A comment of hadolint may name another than was set. */
  readonly shell: { readonly words: readonly string[]; readonly setBy?: Instruction; readonly byComment?: true };
  /** What ENV sets, and so what the running container sees. Undefined where it is not set. */
  environment(name: string): EnvironmentValue | undefined;
  /** What `$name` stands for in the Dockerfile: ENV, else ARG. Undefined where it is unset or not known. */
  variable(name: string): string | undefined;
  /** Of a word or an assignment's value, as the Dockerfile has it. */
  expand(text: string): Expansion;
}

export interface StageStates {
  /** Just before the instruction at this position of the stage; Infinity for the end of it. */
  readonly at: (position: number) => BuildState;
}

export interface StateSources {
  readonly dockerfile: Dockerfile;
  readonly buildArguments: Readonly<Record<string, string>>;
  readonly globalArgument: (name: string) => string | undefined;
}

type Placed = BuildState['workdir'];

/** Everything that one stage sets, by the position that sets it. */
interface StageRecord {
  readonly environment: ReadonlyMap<string, readonly Entry<EnvironmentValue>[]>;
  readonly argumentValues: ReadonlyMap<string, readonly Entry<Value>[]>;
  readonly workdirs: readonly Entry<Placed>[];
  readonly users: readonly Entry<Placed>[];
  readonly shells: readonly Entry<BuildState['shell']>[];
  /** What the stage begins with. */
  readonly inherited: Inherited;
}

interface Inherited {
  readonly workdir: Placed;
  readonly user: Placed;
  readonly shell: BuildState['shell'];
  /** What the base image of the lowest stage sets. */
  readonly ofImage: (name: string) => EnvironmentValue | undefined;
  /** What ENV sets in the stages below that are of this file; shared with all that are built on them. */
  readonly layers: Layer<EnvironmentValue> | undefined;
}

const dockersOwnShell: BuildState['shell'] = { words: ['/bin/sh', '-c'] };
const shellOfWindows: BuildState['shell'] = { words: ['cmd', '/S', '/C'] };

/** The states of every stage; each stage is read once, when one of its states is first asked for. */
export function stageStates(sources: StateSources): (stage: Stage) => StageStates {
  const pragmas = once(() => shellPragmas(sources.dockerfile));
  const records = new Map<Stage, StageRecord>();
  const onto = oncePer(fromStage);
  const recordOf = (stage: Stage): StageRecord => {
    // From the lowest stage that is not read yet upward, not by recursion: a thousand stages may stand on each other.
    const unread: Stage[] = [];
    for (let each: Stage | undefined = stage; each !== undefined && !records.has(each);) {
      unread.push(each);
      each = each.base.kind === 'stage' ? each.base.stage : undefined;
    }
    for (const each of unread.toReversed()) {
      const below = each.base.kind === 'stage' ? records.get(each.base.stage) : undefined;
      const inherited = below === undefined ? fromImage(each, sources, pragmas()) : onto(below);
      records.set(each, readStage(each, inherited, sources, pragmas()));
    }
    const record = records.get(stage);
    if (record === undefined) throw new TypeError(`stage ${stage.index} was not read`);
    return record;
  };
  return oncePer((stage) => {
    const record = once(() => recordOf(stage));
    return { at: (position) => stateAt(record(), position, sources.dockerfile) };
  });
}

function stateAt(record: StageRecord, position: number, dockerfile: Dockerfile): BuildState {
  const environment = (name: string): EnvironmentValue | undefined =>
    before(record.environment.get(name), position) ??
    inLayers(record.inherited.layers, name) ??
    record.inherited.ofImage(name);
  const variable = (name: string): string | undefined => {
    const set = environment(name);
    if (set !== undefined) return set.known ? set.text : undefined;
    const argument = before(record.argumentValues.get(name), position);
    return argument?.known === true ? argument.text : undefined;
  };
  return {
    workdir: before(record.workdirs, position) ?? record.inherited.workdir,
    user: before(record.users, position) ?? record.inherited.user,
    shell: before(record.shells, position) ?? record.inherited.shell,
    environment,
    variable,
    expand: (text) => expand(text, variable, dockerfile.escape),
  };
}

function fromStage(below: StageRecord): Inherited {
  const last = new Map<string, EnvironmentValue>();
  for (const [name, history] of below.environment) {
    const value = history.at(-1)?.value;
    if (value !== undefined) last.set(name, value);
  }
  const { layers, ofImage } = below.inherited;
  return {
    workdir: below.workdirs.at(-1)?.value ?? below.inherited.workdir,
    user: below.users.at(-1)?.value ?? below.inherited.user,
    shell: below.shells.at(-1)?.value ?? below.inherited.shell,
    layers: layered(layers, last),
    ofImage,
  };
}

/** Of what a base image sets, only PATH is certain to be there; its value only the build can tell. */
function fromImage(stage: Stage, { dockerfile }: StateSources, { ofFile }: ShellPragmas): Inherited {
  const span = stage.from?.span ?? { start: 0, end: 0 };
  return {
    workdir: baseWorkdir(stage.base),
    user: baseUser(stage.base),
    shell: shellSaid(ofFile, isWindows(stage.base) ? shellOfWindows : dockersOwnShell),
    layers: undefined,
    ofImage: (name) =>
      name === 'PATH'
        ? { text: '$PATH', known: false, literal: false, location: locationOf(dockerfile, span) }
        : undefined,
  };
}

function readStage(stage: Stage, inherited: Inherited, sources: StateSources, pragmas: ShellPragmas): StageRecord {
  const environment = new Map<string, Entry<EnvironmentValue>[]>();
  const argumentValues = new Map<string, Entry<Value>[]>();
  const workdirs: Entry<Placed>[] = [];
  const users: Entry<Placed>[] = [];
  const shells: Entry<BuildState['shell']>[] = [];
  const record: StageRecord = { environment, argumentValues, workdirs, users, shells, inherited };
  let position = 0;
  for (const instruction of stage.instructions) {
    position += 1;
    const said = pragmas.above.get(instruction);
    if (said !== undefined) {
      // In force for the instruction below the comment already.
      const value = shellSaid(said, shells.at(-1)?.value ?? inherited.shell);
      shells.push({ position: position - 1, value });
    }
    switch (instruction.keyword) {
      case 'ENV': {
        const state = stateAt(record, position, sources.dockerfile);
        const values = instruction.assignments.map((each) => environmentValue(each, state, sources.dockerfile));
        for (const [index, { name }] of instruction.assignments.entries()) {
          const value = values[index];
          if (value !== undefined) put(environment, name, { position, value });
        }
        break;
      }
      case 'ARG':
        for (const each of instruction.assignments) {
          const state = stateAt(record, position + 1, sources.dockerfile); // an ARG sees those before it in its own line
          const value = argumentValue(each, state, sources);
          if (value !== undefined) put(argumentValues, each.name, { position, value });
        }
        break;
      case 'WORKDIR': {
        const value = workdirAfter(instruction, stateAt(record, position, sources.dockerfile));
        workdirs.push({ position, value: { ...value, setBy: instruction } });
        break;
      }
      case 'USER': {
        const word = instruction.words[0];
        const value = valueOf(stateAt(record, position, sources.dockerfile).expand(word?.text ?? ''));
        users.push({ position, value: { ...value, setBy: instruction } });
        break;
      }
      case 'SHELL':
        if (instruction.exec !== undefined)
          shells.push({ position, value: { words: instruction.exec.map(({ value }) => value), setBy: instruction } });
        break;
      default:
    }
  }
  return record;
}

/** The options of a SHELL that starts the same program stay in force. */
function shellSaid(program: string | undefined, inForce: BuildState['shell']): BuildState['shell'] {
  if (program === undefined || programName(inForce.words[0] ?? '') === programName(program)) return inForce;
  return { ...inForce, words: [program, '-c'], byComment: true };
}

function put<Item>(map: Map<string, Item[]>, name: string, item: Item): void {
  const items = map.get(name);
  if (items === undefined) map.set(name, [item]);
  else items.push(item);
}

export function valueOf(expansion: Expansion): Value {
  return expansion.known ? { known: true, text: expansion.text } : { known: false };
}

function environmentValue(assignment: Assignment, state: BuildState, dockerfile: Dockerfile): EnvironmentValue {
  const written = assignment.value ?? '';
  const expansion = state.expand(written);
  const quoted = /^"[^"\\$]*"$|^'[^']*'$/.test(written);
  const span = quoted
    ? { start: assignment.valueSpan.start + 1, end: assignment.valueSpan.end - 1 }
    : assignment.valueSpan;
  return {
    text: expansion.known ? expansion.text : written,
    known: expansion.known,
    literal: expansion.known && expansion.text === dockerfile.text.slice(span.start, span.end),
    location: locationOf(dockerfile, span),
  };
}

/** Undefined where it has no value: an ARG that is not set leaves the variable unset. */
function argumentValue(assignment: Assignment, state: BuildState, sources: StateSources): Value | undefined {
  const given = sources.buildArguments[assignment.name];
  if (given !== undefined) return { known: true, text: given };
  if (assignment.value !== undefined) return valueOf(state.expand(assignment.value));
  const global = sources.globalArgument(assignment.name);
  return global === undefined ? undefined : { known: true, text: global };
}

/** Linux takes no longer path; a thousand relative WORKDIRs would otherwise fill the memory. */
const longestPath = 4096;

function workdirAfter(instruction: Instruction, state: BuildState): Value {
  const written = instruction.text.slice(instruction.argumentsStart).trimEnd();
  const expanded = state.expand(written);
  if (!expanded.known) return { known: false };
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(expanded.text)) return { known: true, text: joinPath('/', expanded.text) };
  const { workdir } = state;
  if (!workdir.known || workdir.text.length > longestPath) return { known: false };
  return { known: true, text: joinPath(workdir.text, expanded.text) };
}
