import { UserError } from '../errors.ts';
import type { BuildRequest, BuildSecret } from './docker.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

export interface BuildCommand {
  /** After `buildx`. */
  readonly args: readonly string[];
  /** Added to the environment of buildx: what must not stand on a command line. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The words for one build. `--opt=value` throughout, so that no value is read as an option. */
export function buildCommand(
  request: BuildRequest,
  ours: Readonly<Record<string, string | undefined>>,
  folder: TemporaryFolder,
): BuildCommand {
  if (request.context.startsWith('-')) {
    throw new UserError(
      `the build context \`${request.context}\` begins with a dash, so docker would read an option.`,
      {
        place: 'context',
        hint: `Write \`./${request.context}\`.`,
      },
    );
  }
  const secrets = request.secrets.map((secret, index) => secretWords(secret, index, ours, folder));
  return {
    args: [
      'build',
      '--progress=rawjson',
      '--load',
      ...single('file', request.dockerfile),
      ...single('target', request.target),
      ...Object.entries(request.buildArguments).map(([name, value]) => `--build-arg=${name}=${value}`),
      ...each('build-context', request.buildContexts),
      ...secrets.flatMap(({ words }) => words),
      ...each('ssh', request.ssh),
      ...each('add-host', request.addHosts),
      ...single('shm-size', request.shmSize),
      ...each('cache-from', request.cacheFrom),
      ...each('cache-to', request.cacheTo),
      ...single('builder', request.builder),
      ...single('platform', request.platform),
      ...each('tag', request.tags),
      ...each('label', request.labels),
      ...(request.pull ? ['--pull'] : []),
      ...(request.noCache ? ['--no-cache'] : []),
      ...single('network', request.network),
      request.context,
    ],
    environment: Object.assign(
      {},
      // Provenance in the metadata file is a second question to BuildKit that nobody here reads.
      { BUILDX_METADATA_PROVENANCE: 'disabled' },
      // In containerd's store an attestation with its date would be part of the image, and each build of the same files have another id.
      { BUILDX_NO_DEFAULT_ATTESTATIONS: '1' },
      cacheService(request, ours),
      ...secrets.map(({ environment }) => environment),
    ),
  };
}

function single(option: string, value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [`--${option}=${value}`];
}

function each(option: string, values: readonly string[]): readonly string[] {
  return values.map((value) => `--${option}=${value}`);
}

/** The kernel takes at most 128 kB for one variable, and none with a NUL. */
const longestVariable = 100_000;

function secretWords(
  secret: BuildSecret,
  index: number,
  ours: Readonly<Record<string, string | undefined>>,
  folder: TemporaryFolder,
): { words: readonly string[]; environment: Readonly<Record<string, string>> } {
  if (secret.kind === 'file') return { words: secretOption(secret.id, 'src', secret.file), environment: {} };
  const value = secret.kind === 'value' ? secret.value : ours[secret.variable];
  // Not set: the build says itself whether it needs it.
  if (value === undefined) return { words: [], environment: {} };
  if (value.length > longestVariable || value.includes('\0')) {
    return { words: secretOption(secret.id, 'src', folder.write(`secret-${index}`, value)), environment: {} };
  }
  const variable = `SEA_TRIAL_BUILD_SECRET_${index}`;
  return { words: secretOption(secret.id, 'env', variable), environment: { [variable]: value } };
}

/** buildx reads the value as a line of CSV. */
function secretOption(id: string, key: string, value: string): readonly string[] {
  return [`--secret=${csvField(`id=${id}`)},${csvField(`${key}=${value}`)}`];
}

function csvField(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** The runner's cache service, for buildx alone and only for `type=gha`: its token may write every cache of the repository. */
function cacheService(
  request: BuildRequest,
  ours: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const asked = [...request.cacheFrom, ...request.cacheTo].some((cache) => /(?:^|,)type=gha(?:,|$)/.test(cache));
  const names = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RUNTIME_URL', 'ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL'];
  const handed: Record<string, string> = {};
  for (const name of asked ? names : []) {
    const value = ours[name];
    if (value !== undefined) handed[name] = value;
  }
  return handed;
}
