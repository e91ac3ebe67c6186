import type { BuildRequest } from '../docker/docker.ts';
import type { Settings } from '../settings/settings.ts';

export interface ToBuild {
  /** Absolute, both. */
  readonly context: string;
  readonly dockerfile: string;
  /** What the image is called where the user does not name it. */
  readonly tag: string;
}

/** What the engine is asked to build, as the user decided it. */
export function buildRequest(settings: Settings, { context, dockerfile, tag }: ToBuild): BuildRequest {
  return {
    context,
    dockerfile,
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
    tags: settings.tags.length === 0 ? [tag] : settings.tags,
    labels: settings.labels,
    pull: settings.pull,
    noCache: settings.noCache,
    ...(settings.network === undefined ? {} : { network: settings.network }),
    deadlineMs: settings.buildTimeoutMs,
  };
}
