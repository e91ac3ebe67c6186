import path from 'node:path';
import { loadDockerfile } from '../dockerfile/source.ts';
import { UserError } from '../errors.ts';
import type { Facts } from '../facts/facts.ts';
import type { Sources } from '../observation.ts';
import type { Ports } from '../ports.ts';
import { parseProbeRequest, rootProbe } from '../probes/request.ts';
import { withoutConfiguration, type Configuration } from '../settings/configuration.ts';
import type { Settings } from '../settings/settings.ts';
import { factsFor, failOnOf, lintSettingsOf } from './facts-for.ts';
import type { Plan } from './plan.ts';
import { choosePort } from './port.ts';
import { exposedPorts, namedPort } from './server-port.ts';
import { nameForDocker } from './name-for-docker.ts';

/** Decides what will be done for one image. Reads files, starts nothing. Throws a UserError where the settings cannot be followed. */
export function makePlan(
  settings: Settings,
  ports: Pick<Ports, 'clock' | 'files' | 'workingDirectory'>,
  runId: string,
  configuration: Configuration = withoutConfiguration,
): Plan {
  const context = settings.contexts[0] ?? '.';
  const contextFolder = path.resolve(ports.workingDirectory, context);
  const file = dockerfileOf(settings);
  const place = settings.files[0]?.place;
  if (ports.files.stat(contextFolder)?.kind !== 'folder') {
    throw new UserError(`the context "${context}" is not a folder.`, {
      hint: 'Name the folder that holds the Dockerfile; in a workflow, run actions/checkout before.',
    });
  }
  const dockerfilePath = path.resolve(ports.workingDirectory, file);
  const loaded = loadDockerfile(ports.files, dockerfilePath, file);
  if ('error' in loaded) {
    throw new UserError(`${file} ${loaded.error}.`, {
      ...(place === undefined ? {} : { place }),
      hint:
        ports.files.list(contextFolder).length === 0
          ? 'The folder is empty: in a workflow, run actions/checkout before this step.'
          : 'Name the Dockerfile with `file`.',
    });
  }
  const facts = factsFor({ dockerfile: loaded.dockerfile, file: dockerfilePath, context }, settings, ports);
  const environment = Object.fromEntries(
    settings.environment.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const probes = [
    rootProbe,
    ...settings.probes.map(({ text, place: where }) => parseProbeRequest(text, environment, where)),
  ];
  const chosen = choosePort({
    given: settings.publish,
    exposed: exposedPorts(facts),
    named: namedPort(facts),
    asked: probes.flatMap(({ port }) => (port === undefined ? [] : [port])),
  });
  const name = settings.name ?? usualName(contextFolder, file);
  const dockerName = nameForDocker(name);
  return {
    name,
    file: path.normalize(file),
    context: path.normalize(context),
    facts,
    sources: () => sourcesOf(facts, settings),
    build: {
      context: contextFolder,
      dockerfile: dockerfilePath,
      ...(settings.target === undefined ? {} : { target: settings.target }),
      buildArguments: settings.buildArguments,
      buildContexts: settings.buildContexts,
      secrets: settings.secrets,
      ssh: settings.ssh,
      addHosts: settings.addHosts,
      ...(settings.shmSize === undefined ? {} : { shmSize: settings.shmSize }),
      cacheFrom: settings.cacheFrom,
      cacheTo: settings.cacheTo,
      ...(settings.builder === undefined ? {} : { builder: settings.builder }),
      ...(settings.platform === undefined ? {} : { platform: settings.platform }),
      tags: settings.tags.length === 0 ? [`sea-trial/${dockerName}:${runId}`] : settings.tags,
      labels: settings.labels,
      pull: settings.pull,
      noCache: settings.noCache,
      ...(settings.network === undefined ? {} : { network: settings.network }),
      deadlineMs: settings.buildTimeoutMs,
    },
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
    },
    probes,
    readyLimitMs: settings.readyTimeoutMs,
    stopLimitMs: settings.stopTimeoutMs,
    lint: lintSettingsOf(settings, configuration),
    failOn: failOnOf(settings, configuration),
    notes: [...settings.notes, ...chosen.notes],
  };
}

/** As seen from the working directory. */
export function dockerfileOf({ contexts, files }: Pick<Settings, 'contexts' | 'files'>): string {
  return files[0]?.text ?? path.join(contexts[0] ?? '.', 'Dockerfile');
}

/** The folder's; a Dockerfile of another name adds its own, so that two of one folder are told apart. */
function usualName(contextFolder: string, file: string): string {
  const folder = path.basename(contextFolder);
  const own = path.basename(file).replace(/^(?:Dockerfile|Containerfile)[.-]?|\.(?:Dockerfile|Containerfile)$/gi, '');
  return own === '' ? folder : `${folder}-${own}`;
}

/** The label by which the post step, and a person, find the containers of a run. */
export const runLabel = 'sea-trial.run';

function sourcesOf(facts: Facts, settings: Settings): Sources {
  const { dockerfile, context } = facts;
  const { files, unvisited } = context.listing;
  return {
    dockerfile: { path: dockerfile.path, text: dockerfile.text },
    context: context.folder,
    ...(settings.target === undefined ? {} : { target: settings.target }),
    buildArguments: settings.buildArguments,
    files: context.filesRead(),
    listing: [...files, ...unvisited.map((folder) => `${folder}/`)],
  };
}
