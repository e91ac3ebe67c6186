import type { BuilderObservation } from '../observation.ts';

/** Why a builder did not come to build: in the words of a diagnosis. */
export interface BuilderTrouble {
  readonly headline: string;
  readonly title: string;
  readonly why: string;
  readonly advice: string;
}

export interface Unbuilt {
  /** What stands behind `ERROR:`. */
  readonly message: string;
  /** The step that failed, or that was running when the time was up. */
  readonly step?: string;
  readonly timedOut: boolean;
  /** BuildKit has told of a step. */
  readonly began: boolean;
  readonly builder?: BuilderObservation;
  /** As the user names it, for where buildx does not describe it. */
  readonly named?: string;
}

type Known = Pick<BuilderObservation, 'name' | 'endpoints'> & Partial<BuilderObservation>;

/** Undefined where the builder is not to blame. What is quoted from buildx's words are names, never sentences. */
export function builderTrouble(unbuilt: Unbuilt): BuilderTrouble | undefined {
  const { message, step, timedOut, began, named } = unbuilt;
  const builder: Known | undefined =
    unbuilt.builder ?? (named === undefined ? undefined : { name: named, endpoints: [] });
  const absent = /^no builder "?([^"\s]+)"? found/m.exec(message)?.[1];
  if (absent !== undefined) return missing(absent);
  const context = /^use `docker --context=(\S+) buildx` to switch/m.exec(message)?.[1];
  if (context !== undefined) return ofContext(context);
  const driver = /failed to find driver "([\w-]+)"/.exec(message)?.[1];
  if (driver !== undefined) return withoutDriver(driver, nameOf(builder));
  if (/no valid drivers found|failed to initialize builder/.test(message)) return unusable(builder);
  if (step === '[internal] booting buildkit') return notStarted(builder);
  if (step === '[internal] waiting for connection' || (timedOut && !began)) return unanswered(builder);
  return step === undefined && connectionLost.test(message) ? lost(builder) : undefined;
}

/** gRPC's words where the other end is gone; a registry that is out of order is told in others. */
const connectionLost =
  /\bcode = Unavailable\b|\berror reading from server\b|\btransport is closing\b|\bclient connection is closing\b/;

function missing(name: string): BuilderTrouble {
  return {
    headline: 'there is no such builder',
    title: `there is no builder ${quoted(name)}`,
    why: 'buildx knows no builder of this name on this machine, so nothing was built.',
    advice: `Create it before this step: \`uses: docker/setup-buildx-action@v4\` with \`name: ${name}\`, or \`docker buildx create --name ${name}\`; or leave \`builder\` (BUILDX_BUILDER) out.`,
  };
}

function ofContext(name: string): BuilderTrouble {
  return {
    headline: 'a docker context is named as the builder',
    title: `${quoted(name)} is a docker context, and no builder of this engine`,
    why: 'One engine would build the image, and another would have to start it.',
    advice: `Set \`DOCKER_CONTEXT: ${name}\` under \`env:\` (and no DOCKER_HOST), so that one engine does both, and leave \`builder\` out.`,
  };
}

function withoutDriver(driver: string, name: string): BuilderTrouble {
  return {
    headline: 'this buildx does not know the driver of the builder',
    title: `this buildx has no driver ${quoted(driver)}`,
    why: `The builder${name} is of that driver, so nothing was built.`,
    advice:
      'Install the buildx that has it (docker/setup-buildx-action takes `version`, such as `cloud:latest`), or take another builder.',
  };
}

function unusable(builder: Known | undefined): BuilderTrouble {
  const name = nameOf(builder);
  return {
    headline: 'the builder cannot be used from here',
    title: `the builder${name} cannot be used from here`,
    why: `Its driver${builder?.driver === undefined ? '' : ` ${quoted(builder.driver)}`} does not find what it needs, so nothing was built.`,
    advice:
      builder?.driver === 'kubernetes'
        ? 'Give this step the configuration of the cluster (KUBECONFIG, or `~/.kube/config`), of a user who may make deployments there and run commands in their pods.'
        : `Look at it with \`docker buildx inspect --bootstrap${plainName(builder)}\`, and create it anew.`,
  };
}

function notStarted(builder: Known | undefined): BuilderTrouble {
  return {
    headline: 'the builder does not start',
    title: `the builder${nameOf(builder)} does not start`,
    why: `BuildKit does not come up${builder?.driver === undefined ? '' : ` by the driver ${quoted(builder.driver)}`}, so nothing was built.`,
    advice:
      builder?.driver === 'kubernetes'
        ? 'Look whether this step reaches the cluster (`kubectl get deployments`), and whether its user may make deployments there and run commands in their pods.'
        : 'Where its image cannot be pulled, name one that the engine reaches: `driver-opts: image=registry.example/moby/buildkit:buildx-stable-1` of docker/setup-buildx-action. Else read what it wrote.',
  };
}

function unanswered(builder: Known | undefined): BuilderTrouble {
  const at =
    builder === undefined || builder.endpoints.length === 0 ? '' : ` at ${builder.endpoints.map(quoted).join(', ')}`;
  return {
    headline: 'the builder does not answer',
    title: `the builder${nameOf(builder)} does not answer`,
    why: `No BuildKit answers${at}, so nothing was built.`,
    advice:
      builder?.driver === undefined || builder.driver === 'remote'
        ? `Start buildkitd there and let this machine reach it; or create the builder with the right endpoint, and with its certificates where it asks for TLS: \`docker buildx create --driver remote --name${plainName(builder) || ' NAME'} ENDPOINT\`.`
        : `Look at it with \`docker buildx inspect --bootstrap${plainName(builder)}\`, and create it anew.`,
  };
}

function lost(builder: Known | undefined): BuilderTrouble {
  return {
    headline: 'the builder went away while it built',
    title: `the builder${nameOf(builder)} went away while it built`,
    why: 'The connection broke off: it was ended, or its machine ran out of memory, or the network failed.',
    advice: 'Run the job again. Where it happens again, read the end of the log of its buildkitd.',
  };
}

/** A title holds only so much; docker/setup-buildx-action makes names of 44 characters. */
const longestName = 50;

function nameOf(builder: Known | undefined): string {
  return builder === undefined || builder.name.length > longestName ? '' : ` ${quoted(builder.name)}`;
}

function plainName(builder: Known | undefined): string {
  return builder === undefined ? '' : ` ${builder.name}`;
}

function quoted(text: string): string {
  return `\`${text}\``;
}
