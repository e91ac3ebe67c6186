import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { programName } from '../servers/index.ts';
import { appModule, type AppModule } from './app-module.ts';
import { aptUse, type AptUse } from './apt-use.ts';
import { contextLeaks, type ContextLeak } from './context-leaks.ts';
import type { BuildContext } from './context.ts';
import { copyOf, type Copy } from './copies.ts';
import { exposedPorts, type ExposedPorts } from './exposed-ports.ts';
import { imageFiles, type ImageFiles } from './image-files.ts';
import { once, oncePer } from './once.ts';
import { configuredYes } from './package-commands.ts';
import { pipInstallsOf, type PipInstall } from './pip-install.ts';
import { pythonProject, type PythonProject } from './python-project.ts';
import { shellOfRun, type RunCommand, type RunShell } from './run-shell.ts';
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
  /** The names of the programs that those commands call. */
  programsOf(instruction: Instruction): ReadonlySet<string>;
  /** Each `pip install` of a RUN, by the command that it is. */
  pipInstallsOf(instruction: Instruction): ReadonlyMap<RunCommand, PipInstall>;
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
  return new DerivedFacts(sources);
}

/**
 * A class for the sake of its prototype: getters of an object literal, and functions that a constructor makes and keeps, are new ones
 * for each Dockerfile, and then V8 lets nothing go that they reach before it has gone through the whole heap.
 */
class DerivedFacts implements Facts {
  readonly dockerfile: Dockerfile;
  readonly context: BuildContext;
  readonly publish: readonly number[] | undefined;
  readonly buildArguments: Readonly<Record<string, string>>;
  readonly today: string | undefined;
  readonly stateAt: Facts['stateAt'];
  readonly shellOf: Facts['shellOf'];
  readonly programsOf: Facts['programsOf'];
  readonly pipInstallsOf: Facts['pipInstallsOf'];
  readonly copyOf: Facts['copyOf'];
  readonly copiesIn: Facts['copiesIn'];
  readonly filesIn: Facts['filesIn'];
  readonly #graph: () => StageGraph;
  readonly #finalState: () => BuildState | undefined;
  readonly #imageInstructions: () => readonly Instruction[];
  readonly #exposed = once(() => exposedPorts(this));
  readonly #startCommand = once(() => startCommand(this));
  readonly #python = once(() => pythonProject(this));
  readonly #apt = once(() => aptUse(this));
  readonly #assumesYes = once(() => configuredYes(this.dockerfile));
  readonly #leaks = once(() => contextLeaks(this));
  readonly #appModule = once(() => appModule(this));

  constructor({ dockerfile, context, publish, today, target, buildArguments = {} }: FactSources) {
    this.dockerfile = dockerfile;
    this.context = context;
    this.publish = publish;
    this.buildArguments = buildArguments;
    this.today = today;
    const choice = { buildArguments, ...(target === undefined ? {} : { target }) };
    const graph = once(() => stageGraph(dockerfile, choice));
    const statesOf = once(() =>
      stageStates({ dockerfile, buildArguments, globalArgument: globalArguments(dockerfile, choice) }),
    );
    const triggeredStage = oncePer(asTriggered);
    this.#graph = graph;
    this.#finalState = once(() => {
      const built = graph().target;
      return built === undefined ? undefined : statesOf()(built).at(Infinity);
    });
    this.#imageInstructions = once(() => instructionsOf(graph().target));
    this.stateAt = oncePer((instruction: Instruction) => {
      const place = graph().placeOf(instruction);
      if (place === undefined) return undefined;
      const stage = place.onBuild === undefined ? place.stage : triggeredStage(place.stage);
      return statesOf()(stage).at(place.position);
    });
    this.shellOf = oncePer((instruction: Instruction) => shellOfRun(instruction, this));
    this.programsOf = oncePer((instruction: Instruction) => programsIn(this.shellOf(instruction)));
    this.pipInstallsOf = oncePer((instruction: Instruction) => pipInstallsOf(instruction, this));
    this.copyOf = oncePer((instruction: Instruction) => copyOf(instruction, this));
    this.copiesIn = oncePer((stage: Stage) => stage.instructions.flatMap((each) => this.copyOf(each) ?? []));
    this.filesIn = oncePer((stage: Stage) => imageFiles(stage, this));
  }

  get graph(): StageGraph {
    return this.#graph();
  }

  get stages(): readonly Stage[] {
    return this.graph.stages;
  }

  get target(): Stage | undefined {
    return this.graph.target;
  }

  placeOf(instruction: Instruction): StagePlace | undefined {
    return this.graph.placeOf(instruction);
  }

  isInImage(instruction: Instruction): boolean {
    const place = this.placeOf(instruction);
    return place !== undefined && this.graph.inImage.has(place.stage);
  }

  get finalState(): BuildState | undefined {
    return this.#finalState();
  }

  get imageInstructions(): readonly Instruction[] {
    return this.#imageInstructions();
  }

  get exposed(): ExposedPorts {
    return this.#exposed();
  }

  get imageFiles(): ImageFiles | undefined {
    return this.target === undefined ? undefined : this.filesIn(this.target);
  }

  get startCommand(): StartCommand | undefined {
    return this.#startCommand();
  }

  get python(): PythonProject {
    return this.#python();
  }

  get apt(): AptUse {
    return this.#apt();
  }

  get assumesYes(): boolean {
    return this.#assumesYes();
  }

  get leaks(): readonly ContextLeak[] {
    return this.#leaks();
  }

  get appModule(): AppModule | undefined {
    return this.#appModule();
  }
}

function instructionsOf(target: Stage | undefined): readonly Instruction[] {
  if (target === undefined) return [];
  return lineage(target)
    .toReversed()
    .flatMap((stage) => stage.instructions);
}

function programsIn({ commands }: RunShell): ReadonlySet<string> {
  return new Set(commands.map(({ words: [program] }) => programName(program?.text ?? '')));
}
