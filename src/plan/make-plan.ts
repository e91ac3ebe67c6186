import path from 'node:path';
import type { ComposeProject } from '../docker/compose-project.ts';
import type { Dockerfile } from '../dockerfile/model.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { loadDockerfile } from '../dockerfile/source.ts';
import { UserError } from '../errors.ts';
import type { Facts } from '../facts/facts.ts';
import { dockerfileOfImage, imageConfigurationPath } from '../facts/image-configuration.ts';
import type { Sources } from '../observation.ts';
import type { Ports } from '../ports.ts';
import { nearest } from '../nearest.ts';
import { parseProbeRequest, rootProbe } from '../probes/request.ts';
import { commands } from '../settings/commands.ts';
import { withoutConfiguration, type Configuration } from '../settings/configuration.ts';
import type { Settings } from '../settings/settings.ts';
import { buildRequest } from './build-request.ts';
import { factsFor, failOnOf, lintSettingsOf } from './facts-for.ts';
import { keptNotes, ownTag, unwantedImages } from './keep-image.ts';
import { nameForDocker } from './name-for-docker.ts';
import type { ImageOrigin, Plan } from './plan.ts';
import { choosePort } from './port.ts';
import { pushPlan } from './push-plan.ts';
import { commandNotes, composeStart, publishedPorts } from './compose-service.ts';
import { exposedPorts, namedPort } from './server-port.ts';

export interface PlanPorts extends Pick<Ports, 'clock' | 'files' | 'workingDirectory'> {
  /** GitHub throws this machine away when the job has ended: until then an image is the next step's, and no clean-up takes it. */
  readonly machineGoes?: boolean;
  /** Whose service is tried, where a compose file was named; what it says of the build stands in the settings. */
  readonly compose?: ComposeProject;
}

/** What a plan is made from, besides the Dockerfile. */
interface Request {
  readonly settings: Settings;
  readonly ports: PlanPorts;
  readonly runId: string;
  readonly configuration: Configuration;
  readonly context: string;
  /** As seen from the working directory. */
  readonly file: string;
}

/** Decides what will be done for one image. Reads files, starts nothing. Throws a UserError where the settings cannot be followed. */
export function makePlan(
  settings: Settings,
  ports: PlanPorts,
  runId: string,
  configuration: Configuration = withoutConfiguration,
): Plan {
  const context = settings.contexts[0] ?? '.';
  const request = { settings, ports, runId, configuration, context, file: dockerfileOf(settings) };
  const contextFolder = path.resolve(ports.workingDirectory, context);
  if (ports.files.stat(contextFolder)?.kind !== 'folder') {
    const command = nearest(
      context,
      commands.map(({ name }) => name),
    );
    throw new UserError(`the context "${context}" is not a folder.`, {
      hint: `Name the folder that holds the Dockerfile; in a workflow, run actions/checkout before.${command === undefined ? '' : ` The command is called ${command}.`}`,
    });
  }
  if (isOfImageAlone(request)) {
    return {
      ...planFor(parseDockerfile('', imageConfigurationPath), request),
      byImage: (image) => planFor(dockerfileOfImage(image), request),
    };
  }
  return planFor(readDockerfile(request, contextFolder), request);
}

/** As seen from the working directory. */
export function dockerfileOf({ contexts, files }: Pick<Settings, 'contexts' | 'files'>): string {
  return files[0]?.text ?? path.join(contexts[0] ?? '.', 'Dockerfile');
}

/** The label by which the post step, and a person, find the containers of a run. */
export const runLabel = 'sea-trial.run';
/** Images of ours, as docker filters by name; the run stands behind the colon. */
export const imagePattern = 'sea-trial/*';

/** An image that exists needs no Dockerfile; one that is named, or lies where it usually does, is read all the same. */
function isOfImageAlone({ settings, ports, file }: Request): boolean {
  const isThere = ports.files.stat(path.resolve(ports.workingDirectory, file)) !== undefined;
  return settings.image !== undefined && settings.files.length === 0 && !isThere;
}

function readDockerfile({ settings, ports, file }: Request, contextFolder: string): Dockerfile {
  const loaded = loadDockerfile(ports.files, path.resolve(ports.workingDirectory, file), file);
  if (!('error' in loaded)) return loaded.dockerfile;
  const place = settings.files[0]?.place;
  throw new UserError(`${file} ${loaded.error}.`, {
    ...(place === undefined ? {} : { place }),
    hint:
      ports.files.list(contextFolder).length === 0
        ? 'The folder is empty: in a workflow, run actions/checkout before this step.'
        : 'Name the Dockerfile with `file`.',
  });
}

function planFor(dockerfile: Dockerfile, request: Request): Plan {
  const { settings, ports, runId, configuration, context, file } = request;
  const { expect: expected } = settings;
  const facts = factsFor({ dockerfile, file: path.resolve(ports.workingDirectory, file), context }, settings, ports);
  const environment = Object.fromEntries(
    settings.environment.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const probes = [
    ...(expected.kind === 'http' ? [rootProbe] : []),
    ...settings.probes.map(({ text, place }) => parseProbeRequest(text, environment, place)),
  ];
  const { compose } = ports;
  const chosen = choosePort({
    given: settings.publish,
    ...(compose === undefined
      ? { exposed: exposedPorts(facts), named: namedPort(facts) }
      : publishedPorts(compose, { exposed: exposedPorts(facts), named: namedPort(facts) })),
    asked: probes.flatMap(({ port }) => (port === undefined ? [] : [port])),
    isAsked: expected.kind === 'http' || expected.kind === 'tcp' || probes.length > 0,
  });
  const contextFolder = path.resolve(ports.workingDirectory, context);
  const name = settings.name ?? compose?.name ?? usualName(contextFolder, file);
  const dockerName = nameForDocker(name);
  const origin = originOf(request, contextFolder, dockerName);
  const push = pushPlan(settings);
  return {
    name,
    file: path.normalize(file),
    context: path.normalize(context),
    facts,
    sources: () => sourcesOf(facts, settings),
    ofCopy: (copy) => planOfCopy(copy, request),
    tryHardening: settings.tryHardening,
    proveFixes: settings.proveFixes,
    origin,
    ...(push === undefined ? {} : { push }),
    unwanted: unwantedImages(settings, origin, push),
    start: {
      containerName: `sea-trial-${dockerName}-${runId}`,
      labels: [`${runLabel}=${runId}`],
      publish: chosen.publish,
      portIsOurs: chosen.isOurs,
      port: chosen.port,
      environment: settings.environment,
      environmentFiles: settings.environmentFiles,
      ...(settings.runNetwork === undefined ? {} : { network: settings.runNetwork }),
      options: settings.runOptions,
      ...(compose === undefined ? {} : { compose: composeStart(compose, runId, settings) }),
    },
    expected,
    probes,
    documented: {
      isAsked: settings.openapi === 'auto' && expected.kind === 'http',
      excluded: settings.openapiExclude,
    },
    readyLimitMs: settings.readyTimeoutMs,
    stopLimitMs: settings.stopTimeoutMs,
    lint: lintSettingsOf(settings, configuration),
    failOn: failOnOf(settings, configuration),
    notes: [
      ...settings.notes,
      ...keptNotes(settings, origin),
      ...chosen.notes,
      ...(compose === undefined ? [] : commandNotes(compose, facts)),
    ],
  };
}

/** Its image gets no name of the user's, and its layers go to no cache of his. */
function planOfCopy(copy: { readonly context: string; readonly file: string }, request: Request): Plan {
  const { settings, ports, runId, configuration } = request;
  const own = {
    ...settings,
    contexts: [copy.context],
    files: [{ text: copy.file, place: 'a copy with its fixes' }],
    tags: [],
    cacheTo: [],
    push: false,
    keepImage: 'auto' as const,
  };
  return makePlan(own, { ...ports, machineGoes: false }, `${runId}-fixed`, configuration);
}

/** The folder's; a Dockerfile of another name adds its own, so that two of one folder are told apart. */
function usualName(contextFolder: string, file: string): string {
  const folder = path.basename(contextFolder);
  const own = path.basename(file).replace(/^(?:Dockerfile|Containerfile)[.-]?|\.(?:Dockerfile|Containerfile)$/gi, '');
  return own === '' ? folder : `${folder}-${own}`;
}

function originOf(request: Request, contextFolder: string, dockerName: string): ImageOrigin {
  const { settings, ports, runId, file } = request;
  if (settings.image !== undefined)
    return { kind: 'existing', name: settings.image, pull: settings.pull, deadlineMs: settings.buildTimeoutMs };
  const dockerfile = path.resolve(ports.workingDirectory, file);
  const build = buildRequest(settings, {
    context: contextFolder,
    dockerfile,
    tag: `sea-trial/${dockerName}:${ownTag(settings, runId, ports.machineGoes === true)}`,
  });
  return { kind: 'built', name: build.tags[0] ?? dockerName, request: build };
}

function sourcesOf(facts: Facts, settings: Settings): Sources {
  const { dockerfile, context } = facts;
  const { files, unvisited } = context.listing;
  return {
    dockerfile: { path: dockerfile.path, text: dockerfile.text },
    context: context.folder,
    ...(settings.target === undefined ? {} : { target: settings.target }),
    buildArguments: settings.buildArguments,
    files: context.filesRead(),
    ...(facts.publish === undefined ? {} : { publish: facts.publish }),
    ...(facts.today === undefined ? {} : { today: facts.today }),
    listing: [...files, ...unvisited.map((folder) => `${folder}/`)],
  };
}
