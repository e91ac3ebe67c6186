import path from 'node:path';
import { SetupError } from '../errors.ts';
import type { Files } from '../ports.ts';
import * as v from 'valibot';
import type { Client } from './client.ts';

export interface Buildx {
  /** What starts it, before `build`. */
  readonly argv: readonly string[];
  /** `0.29.1` */
  readonly version: string;
}

/** The first that writes `--progress=rawjson`. */
const oldest = [0, 13] as const;

/** Where docker itself looks for plugins, after the folders of its configuration. */
const systemFolders = [
  '/usr/local/lib/docker/cli-plugins',
  '/usr/local/libexec/docker/cli-plugins',
  '/usr/lib/docker/cli-plugins',
  '/usr/libexec/docker/cli-plugins',
];

/**
 * Finds buildx; undefined where there is none. The plugin is started itself, not through `docker buildx`:
 * the client asks every plugin for its metadata first, which costs each build about 50 ms.
 */
export async function findBuildx(client: Client, files: Files): Promise<Buildx | undefined> {
  for (const folder of pluginFolders(client.environment, files)) {
    const plugin = path.join(folder, 'docker-buildx');
    if (files.realPath(plugin) === undefined) continue;
    const found = await askVersion(client, [plugin]);
    if (found !== undefined) return found;
  }
  return askVersion(client, ['docker', 'buildx']);
}

/** Throws the sentence for a buildx that is absent or too old. */
export function requireBuildx(buildx: Buildx | undefined): Buildx {
  if (buildx === undefined) {
    throw new SetupError(
      'the docker client has no buildx plugin, which builds the image. Install docker-buildx-plugin, or add a step with `uses: docker/setup-buildx-action@v4` before this one.',
    );
  }
  const [major = 0, minor = 0] = buildx.version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return buildx;
  throw new SetupError(
    `buildx ${buildx.version} is too old: it does not tell the progress of a build as JSON. Install buildx ${oldest.join('.')} or newer, or add a step with \`uses: docker/setup-buildx-action@v4\` before this one.`,
  );
}

async function askVersion(client: Client, argv: readonly string[]): Promise<Buildx | undefined> {
  const result = await client.program([...argv, 'version']);
  const version = /buildx v?(\d+\.\d+\.\d+)/.exec(result.stdout)?.[1];
  return result.exitCode === 0 && version !== undefined ? { argv, version } : undefined;
}

const clientConfiguration = v.object({ cliPluginsExtraDirs: v.optional(v.array(v.string()), []) });

function pluginFolders(environment: Readonly<Record<string, string | undefined>>, files: Files): readonly string[] {
  const home = environment['HOME'] ?? '/root';
  const configuration = environment['DOCKER_CONFIG'] || path.join(home, '.docker');
  const text = files.readTextIfPresent(path.join(configuration, 'config.json')) ?? '{}';
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), clientConfiguration), text);
  const extra = parsed.success ? parsed.output.cliPluginsExtraDirs : [];
  return [...extra, path.join(configuration, 'cli-plugins'), ...systemFolders];
}
