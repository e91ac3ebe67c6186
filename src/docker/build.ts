import { SetupError } from '../errors.ts';
import type { ProcessResult } from '../process.ts';
import * as v from 'valibot';
import { buildCommand } from './build-command.ts';
import { isInstruction, readBuildFailure } from './build-failure.ts';
import { readBuildProgress } from './build-progress.ts';
import type { ReadProgress } from './build-progress.ts';
import { askBuilder } from './builder.ts';
import type { Buildx } from './buildx.ts';
import type { Client } from './client.ts';
import type { BuildListener, BuildOutcome, BuildRequest } from './docker.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { engineTrouble } from './trouble.ts';

export async function buildImage(
  client: Client,
  buildx: Buildx,
  request: BuildRequest,
  listener: BuildListener,
  signal: AbortSignal,
): Promise<BuildOutcome> {
  using folder = temporaryFolder();
  const { args, environment } = buildCommand(request, client.environment, folder);
  const progress = readBuildProgress(listener);
  const [verb = 'build', ...words] = args;
  const result = await client.program(
    [...buildx.argv, verb, `--metadata-file=${folder.file('metadata.json')}`, ...words],
    { deadlineMs: request.deadlineMs, environment, signal, onStderrLine: progress.feed },
  );
  const read = progress.finish();
  throwForSetup(result, read);
  const { tail: _, ...seen } = read;
  const failure = result.exitCode === 0 ? undefined : readBuildFailure(read, result);
  // Where an instruction failed, or did not end, the builder has done its work.
  const builder =
    failure === undefined || signal.aborted || isInstruction(failure.step)
      ? undefined
      : await askBuilder(client, buildx, request, failure.message, signal);
  const observation = {
    // As a person types it; the plugin was started itself only because that is quicker.
    argv: ['docker', 'buildx', ...args],
    exitCode: result.exitCode,
    ms: result.ms,
    timedOut: result.timedOut,
    ...seen,
    ...(failure === undefined ? {} : { failure }),
    ...(builder === undefined ? {} : { builder }),
  };
  if (result.exitCode !== 0) return { observation };
  return { observation, imageId: await builtImage(client, folder.read('metadata.json'), request) };
}

/** What stopped the build before BuildKit saw the Dockerfile, and is nobody's fault there. */
function throwForSetup(result: ProcessResult, { steps, tail }: ReadProgress): void {
  if (result.exitCode === 0 || result.timedOut) return;
  const text = tail.join('\n');
  const trouble = engineTrouble({ ...result, stderr: result.stderr === '' ? text : result.stderr });
  if (trouble !== undefined) throw trouble;
  if (steps.length > 0) return;
  if (/invalid progress mode|unknown flag|is not a docker command/i.test(text)) {
    throw new SetupError(
      `buildx does not know an option of the build: ${text.trim().split('\n')[0] ?? ''}. Install a newer buildx, or add a step with \`uses: docker/setup-buildx-action@v4\` before this one.`,
    );
  }
}

const metadata = v.object({
  'containerimage.config.digest': v.optional(v.string()),
  'containerimage.digest': v.optional(v.string()),
});
const imagesFound = v.array(v.object({ Id: v.string() }));

/**
 * The id under which the engine holds the image. With the classic stores it is the digest of the configuration, and
 * the metadata file names that one twice; containerd's store counts by manifest, so the engine is asked which it knows.
 */
async function builtImage(client: Client, text: string, { tags }: BuildRequest): Promise<string> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), metadata), text);
  const named = parsed.success ? parsed.output : {};
  const { 'containerimage.config.digest': configuration, 'containerimage.digest': manifest } = named;
  if (configuration !== undefined && configuration === manifest) return configuration;
  const candidates = [configuration, manifest, tags[0]].filter((candidate) => candidate !== undefined);
  const { stdout } = await client.docker(['image', 'inspect', ...candidates]);
  const found = v.safeParse(v.pipe(v.string(), v.parseJson(), imagesFound), stdout);
  const id = found.success ? found.output[0]?.Id : undefined;
  if (id !== undefined) return id;
  throw new SetupError(
    `the build ended well, but the engine does not hold its image ${candidates.join(', ')}: builder and engine are two different ones. Set DOCKER_HOST or \`builder\` so that they are the same.`,
  );
}
