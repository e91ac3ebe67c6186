import type { ComposeProject, ComposeModel, ComposeService } from './compose-project.ts';
import { doubled } from './compose-project.ts';
import type { RunRequest } from './docker.ts';

/** A trial of one service: everything that is made for it bears the name of its own project. */
export interface ComposeStart {
  readonly project: ComposeProject;
  /** Unique on this machine. */
  readonly name: string;
  /** How long the services around may take until they are ready, once they run. */
  readonly readyLimitMs: number;
  /** How long all may take until they run: their images are pulled and built, too. */
  readonly deadlineMs: number;
}

/**
 * The compose file as it is started: the service under trial from the image that was built, as a trial starts every container;
 * all others as they are, but without ports of the host and without names that somebody else may have. The environment of the
 * service, by name, comes last.
 */
export function modelOfTrial(
  { project, name }: ComposeStart,
  request: RunRequest,
  environment: Readonly<Record<string, string>>,
): ComposeModel {
  const { model, service } = project;
  const services = Object.entries(model.services).map(([each, other]) => [
    each,
    each === project.name ? underTrial(service, request, environment) : around(other, service, request.image),
  ]);
  return {
    ...model,
    name,
    services: Object.fromEntries(services),
    ...(model.networks === undefined ? {} : { networks: ofProject(model.networks, name) }),
    ...(model.volumes === undefined ? {} : { volumes: ofProject(model.volumes, name) }),
  };
}

/** A volume with a name of its own holds what somebody works with, and a trial neither writes into it nor removes it. */
function ofProject<Owned extends { readonly external: boolean }>(all: Readonly<Record<string, Owned>>, name: string) {
  return Object.fromEntries(
    Object.entries(all).map(([key, each]) => [key, each.external ? each : { ...each, name: `${name}_${key}` }]),
  );
}

function underTrial(
  service: ComposeService,
  { image, name, labels, publish, unlessGiven = [], options }: RunRequest,
  environment: Readonly<Record<string, string>>,
): ComposeService {
  // `restart` would hide that the container has ended; several of it have no name.
  const { build: _build, restart: _restart, scale: _scale, profiles: _profiles, develop: _develop, ...kept } = service;
  const { deploy, ports: _ports, ...rest } = kept;
  const { replicas: _replicas, restart_policy: _policy, resources, ...deployed } = deploy ?? {};
  const isLimited = rest['pids_limit'] !== undefined || resources !== undefined;
  const { mem_limit: memory, ...hardened } = stricter(options);
  const hasPorts = service.network_mode === undefined || service.network_mode === 'bridge';
  const ours = {
    image,
    pull_policy: 'never',
    container_name: name,
    labels: { ...asRecord(rest['labels']), ...Object.fromEntries(labels.map(splitPair)) },
    logging: { driver: 'json-file', options: { 'max-size': '50m', 'max-file': '1' } },
    environment: {
      ...Object.fromEntries(unlessGiven.map(splitPair)),
      ...service.environment,
      ...Object.fromEntries(Object.entries(environment).map(([each, value]) => [each, doubled(value)])),
    },
    ...(isLimited ? {} : { pids_limit: 4096 }),
    ...(deploy === undefined ? {} : { deploy: deployed }),
    // Two limits of one thing are refused, and the stricter setting is the one that is tried.
    ...(resources === undefined || memory !== undefined ? {} : { deploy: { ...deployed, resources } }),
    ...(memory === undefined ? {} : { mem_limit: memory }),
  };
  const ports = publish.map(({ hostIp, hostPort, containerPort, protocol }) => ({
    mode: 'ingress',
    target: containerPort,
    protocol,
    ...(hostPort === 0 ? {} : { published: String(hostPort) }),
    ...(hostIp === undefined ? {} : { host_ip: hostIp }),
  }));
  return { ...rest, ...ours, ...(hasPorts ? { ports } : {}), ...hardened };
}

/** What is built as the service under trial is built, such as a migration, is the same image: ours. */
function around(service: ComposeService, tried: ComposeService, image: string): ComposeService {
  const { ports: _ports, container_name: name, profiles: _profiles, ...rest } = service;
  const named = name === undefined ? rest : { ...rest, networks: withAlias(rest.networks, name) };
  if (rest.build === undefined) {
    const isOurs = tried.build !== undefined && tried.image !== undefined && rest.image === tried.image;
    return isOurs ? { ...named, image, pull_policy: 'never' } : named;
  }
  const { build, image: _image, ...built } = named;
  return JSON.stringify(build) === JSON.stringify(tried.build)
    ? { ...built, image, pull_policy: 'never' }
    : { ...built, ...(build === undefined ? {} : { build }) };
}

/** The others call it by the name of its container too, which it has no longer. */
function withAlias(networks: ComposeService['networks'], alias: string): NonNullable<ComposeService['networks']> {
  return Object.fromEntries(
    Object.entries(networks ?? {}).map(([key, network]) => [
      key,
      { ...network, aliases: [...(network?.aliases ?? []), alias] },
    ]),
  );
}

/** The options of `docker run` under which `try-hardening` starts a container, as keys of a service. */
function stricter(options: readonly string[]): Readonly<Record<string, unknown>> {
  const keys: Record<string, unknown> = {};
  for (let at = 0; at < options.length; at += 1) {
    const option = options[at] ?? '';
    if (option === '--read-only') {
      keys['read_only'] = true;
      continue;
    }
    at += 1;
    const value = options[at] ?? '';
    switch (option) {
      case '--tmpfs':
        keys['tmpfs'] = [value];
        break;
      case '--cap-drop':
        keys['cap_drop'] = [value];
        break;
      case '--security-opt':
        keys['security_opt'] = [value];
        break;
      case '--user':
        keys['user'] = value;
        break;
      case '--memory':
        keys['mem_limit'] = value;
        break;
      default:
        throw new RangeError(`${option} has no key in a compose file`);
    }
  }
  return keys;
}

function splitPair(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
