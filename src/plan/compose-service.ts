import path from 'node:path';
import type { ComposeStart } from '../docker/compose-model.ts';
import { undoubled, type ComposeProject, type ComposeService } from '../docker/compose-project.ts';
import type { BuildSecret } from '../docker/docker.ts';
import { UserError } from '../errors.ts';
import type { Facts } from '../facts/facts.ts';
import type { Settings } from '../settings/settings.ts';
import type { PortQuestion } from './port.ts';

/** Of a run, or of a trial of it: what docker compose makes bears it. */
export function projectName(runId: string): string {
  return `sea-trial-${runId}`;
}

export function composeStart(
  project: ComposeProject,
  runId: string,
  { readyTimeoutMs, buildTimeoutMs }: Pick<Settings, 'readyTimeoutMs' | 'buildTimeoutMs'>,
): ComposeStart {
  return { project, name: projectName(runId), readyLimitMs: readyTimeoutMs, deadlineMs: buildTimeoutMs };
}

/** The port that the compose file publishes is the one that is asked, before what the Dockerfile says. */
export function publishedPorts(
  { service }: ComposeProject,
  ofDockerfile: Pick<PortQuestion, 'exposed' | 'named'>,
): Pick<PortQuestion, 'exposed' | 'named' | 'namedBy'> {
  const published = (service.ports ?? []).filter(({ protocol }) => protocol === 'tcp').map(({ target }) => target);
  const [first] = published;
  if (first === undefined) return ofDockerfile;
  const { named } = ofDockerfile;
  return {
    namedBy: 'The compose file publishes',
    exposed: [...ofDockerfile.exposed, ...published],
    named: named !== undefined && published.includes(named) ? named : first,
  };
}

/** Findings know the Dockerfile's command alone: where another one runs, that has to be told. */
export function commandNotes({ service, files }: ComposeProject, { startCommand }: Facts): readonly string[] {
  const differs = (
    [
      ['command', startCommand?.command],
      ['entrypoint', startCommand?.entrypoint],
    ] as const
  ).filter(([key, instruction]) => {
    const own = service[key];
    return (
      Array.isArray(own) &&
      JSON.stringify(own.map(undoubled)) !== JSON.stringify(instruction?.exec?.map(({ value }) => value))
    );
  });
  if (differs.length === 0) return [];
  const keys = differs.map(([key]) => `\`${key}\``).join(' and ');
  return [
    `The container is started by ${keys} of ${files.join(', ')}: where a finding points at CMD or ENTRYPOINT of the Dockerfile, that is the place to look at.`,
  ];
}

/** What the compose file says of the build, or of the image, under what the user says. */
export function withComposeService(settings: Settings, project: ComposeProject, workingDirectory: string): Settings {
  const { service } = project;
  const network = service.network_mode === 'host' ? { runNetwork: 'host' } : {};
  if (settings.image !== undefined) return { ...settings, ...network };
  if (service.build === undefined) return { ...settings, ...network, image: undoubled(service.image ?? '') };
  const { build } = service;
  refuseUnreadable(project, build);
  const seen = (file: string): string => path.relative(workingDirectory, undoubled(file)) || '.';
  const context = undoubled(build.context);
  const file = path.resolve(context, undoubled(build.dockerfile ?? 'Dockerfile'));
  const place = settings.composeFiles[0]?.place ?? 'compose-file';
  return {
    ...settings,
    ...network,
    contexts: settings.contexts.length > 0 ? settings.contexts : [seen(context)],
    files: settings.files.length > 0 || settings.contexts.length > 0 ? settings.files : [{ text: seen(file), place }],
    target: settings.target ?? (build.target === undefined ? undefined : undoubled(build.target)),
    buildArguments: { ...argumentsOf(build.args), ...settings.buildArguments },
    buildContexts: [...listed(build.additional_contexts), ...settings.buildContexts],
    secrets: [...secretsOf(project, build), ...settings.secrets],
    ssh: [...(build.ssh ?? []).map(undoubled), ...settings.ssh],
    addHosts: [...(build.extra_hosts ?? []).map((host) => undoubled(host).replace('=', ':')), ...settings.addHosts],
    shmSize: settings.shmSize ?? build.shm_size,
    cacheFrom: [...(build.cache_from ?? []).map(undoubled), ...settings.cacheFrom],
    cacheTo: [...(build.cache_to ?? []).map(undoubled), ...settings.cacheTo],
    network: settings.network ?? build.network,
  };
}

type ComposeBuild = NonNullable<ComposeService['build']>;

function refuseUnreadable({ name, files }: ComposeProject, build: ComposeBuild): void {
  const place = files[0] ?? 'compose-file';
  if (build.dockerfile_inline !== undefined)
    throw new UserError(
      `the Dockerfile of the service "${name}" stands in the compose file, where lint has no lines.`,
      {
        place,
        hint: 'Write it into a file of its own, and name that with `dockerfile:`.',
      },
    );
  if (!path.isAbsolute(build.context))
    throw new UserError(`the build context of the service "${name}" is the address "${build.context}".`, {
      place,
      hint: 'Check that repository out, and name its folder with `context:`.',
    });
}

function argumentsOf(args: ComposeBuild['args']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(args ?? {}).flatMap(([name, value]) => (value === null ? [] : [[name, undoubled(value)]])),
  );
}

function listed(pairs: Readonly<Record<string, string>> | undefined): readonly string[] {
  return Object.entries(pairs ?? {}).map(([name, value]) => `${name}=${undoubled(value)}`);
}

function secretsOf({ model }: ComposeProject, build: ComposeBuild): readonly BuildSecret[] {
  return (build.secrets ?? []).flatMap(({ source, target }): readonly BuildSecret[] => {
    const { file, environment } = model.secrets?.[source] ?? {};
    const id = target ?? source;
    if (file !== undefined) return [{ id, kind: 'file', file: undoubled(file) }];
    return environment === undefined ? [] : [{ id, kind: 'environment', variable: environment }];
  });
}
