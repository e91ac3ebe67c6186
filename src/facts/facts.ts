import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { appModule, type AppModule } from './app-module.ts';
import { aptUse, type AptUse } from './apt-use.ts';
import { contextLeaks, type ContextLeak } from './context-leaks.ts';
import type { BuildContext } from './context.ts';
import { copyOf, type Copy } from './copies.ts';
import { exposedPorts, type ExposedPorts } from './exposed-ports.ts';
import { imageFiles, type ImageFiles } from './image-files.ts';
import { once, oncePer } from './once.ts';
import { configuredYes } from './package-commands.ts';
import { pythonProject, type PythonProject } from './python-project.ts';
import { shellOfRun, type RunShell } from './run-shell.ts';
import {
  asTriggered,
  globalArguments,
  lineage,
  stageGraph,
  type Stage,
  type StageGraph,
  type StagePlace,
} from './stages.ts';
import { startCommand, type StartCommand } from './start-command.ts';
import { stageStates, type BuildState } from './state.ts';

/** What a Dockerfile and its context come to. Each is derived when it is first asked for, once; rules and diagnoses read, and never parse. */
export interface Facts {
  readonly dockerfile: Dockerfile;
  readonly context: BuildContext;
  /** Container ports that are published because somebody said so; undefined where nobody did. */
  readonly publish: readonly number[] | undefined;
  readonly buildArguments: Readonly<Record<string, string>>;
  readonly graph: StageGraph;
  readonly stages: readonly Stage[];
  /** The day for which is judged, `2026-11-24`; undefined where the caller leaves it open. */
  readonly today: string | undefined;
  /** The stage that becomes the image. */
  readonly target: Stage | undefined;
  /**
   * Where an instruction stands. What ONBUILD registers is asked about as if it stood in the place of its ONBUILD: here and in
   * `stateAt`, `shellOf`, `copyOf`.
   */
  placeOf(instruction: Instruction): StagePlace | undefined;
  /** The instruction's layers are in the image: it stands in the target, or in a stage that the target is built FROM. */
  isInImage(instruction: Instruction): boolean;
  /** What is in force just before an instruction; undefined for ARG before the first FROM. */
  stateAt(instruction: Instruction): BuildState | undefined;
  /** What is in force at the end of the target: what the container starts with. */
  readonly finalState: BuildState | undefined;
  /** The commands of a RUN: its shell text, heredocs included, or its exec form. */
  shellOf(instruction: Instruction): RunShell;
  /** The instructions of the image in order, from the lowest stage to the target, each FROM left out. */
  readonly imageInstructions: readonly Instruction[];
  /** One COPY or ADD; undefined for other instructions, and where the source or the destination is missing. */
  copyOf(instruction: Instruction): Copy | undefined;
  /** COPY and ADD of a stage, those of the stages below it not included, nor what ONBUILD registers. */
  copiesIn(stage: Stage): readonly Copy[];
  readonly exposed: ExposedPorts;
  /** Which file of the repository is which file at the end of a stage. */
  filesIn(stage: Stage): ImageFiles;
  /** The same of the image; undefined where there is no target. */
  readonly imageFiles: ImageFiles | undefined;
  /** What the container runs; undefined where the Dockerfile names nothing that can be known. */
  readonly startCommand: StartCommand | undefined;
  readonly python: PythonProject;
  readonly apt: AptUse;
  /** yum and dnf ask nothing, for the Dockerfile configures them so. */
  readonly assumesYes: boolean;
  /** Secrets and bulky folders of the context that reach the image. */
  readonly leaks: readonly ContextLeak[];
  /** The module that the server is told to serve; undefined where there is no known server. */
  readonly appModule: AppModule | undefined;
}

export interface FactSources {
  readonly dockerfile: Dockerfile;
  readonly context: BuildContext;
  readonly target?: string;
  readonly buildArguments?: Readonly<Record<string, string>>;
  readonly publish?: readonly number[];
  /** The day for which is judged, `2026-11-24`: rules never ask a clock. */
  readonly today?: string;
}

export function deriveFacts(sources: FactSources): Facts {
  const { dockerfile, context, publish } = sources;
  const buildArguments = sources.buildArguments ?? {};
  const choice = { buildArguments, ...(sources.target === undefined ? {} : { target: sources.target }) };
  const graph = once(() => stageGraph(dockerfile, choice));
  const statesOf = once(() =>
    stageStates({ dockerfile, buildArguments, globalArgument: globalArguments(dockerfile, choice) }),
  );
  const imageInstructions = once(() => {
    const { target } = graph();
    return target === undefined
      ? []
      : lineage(target)
          .toReversed()
          .flatMap((stage) => stage.instructions);
  });
  const finalState = once(() => {
    const { target } = graph();
    return target === undefined ? undefined : statesOf()(target).at(Infinity);
  });
  const triggeredStage = oncePer(asTriggered);
  const states = oncePer((instruction: Instruction) => {
    const place = graph().placeOf(instruction);
    if (place === undefined) return undefined;
    const stage = place.onBuild === undefined ? place.stage : triggeredStage(place.stage);
    return statesOf()(stage).at(place.position);
  });
  const shells = oncePer((instruction: Instruction) => shellOfRun(instruction, facts));
  const copy = oncePer((instruction: Instruction) => copyOf(instruction, facts));
  const copies = oncePer((stage: Stage) => stage.instructions.flatMap((instruction) => copy(instruction) ?? []));
  const exposed = once(() => exposedPorts(facts));
  const files = oncePer((stage: Stage) => imageFiles(stage, facts));
  const start = once(() => startCommand(facts));
  const python = once(() => pythonProject(facts));
  const apt = once(() => aptUse(facts));
  const assumesYes = once(() => configuredYes(dockerfile));
  const leaks = once(() => contextLeaks(facts));
  const app = once(() => appModule(facts));
  const facts: Facts = {
    dockerfile,
    context,
    publish,
    buildArguments,
    today: sources.today,
    get graph() {
      return graph();
    },
    get stages() {
      return graph().stages;
    },
    get target() {
      return graph().target;
    },
    placeOf: (instruction) => graph().placeOf(instruction),
    isInImage(instruction) {
      const place = graph().placeOf(instruction);
      return place !== undefined && graph().inImage.has(place.stage);
    },
    stateAt: states,
    get finalState() {
      return finalState();
    },
    shellOf: shells,
    get imageInstructions() {
      return imageInstructions();
    },
    copyOf: copy,
    copiesIn: copies,
    get exposed() {
      return exposed();
    },
    filesIn: files,
    get imageFiles() {
      const { target } = graph();
      return target === undefined ? undefined : files(target);
    },
    get startCommand() {
      return start();
    },
    get python() {
      return python();
    },
    get apt() {
      return apt();
    },
    get assumesYes() {
      return assumesYes();
    },
    get leaks() {
      return leaks();
    },
    get appModule() {
      return app();
    },
  };
  return facts;
}
