import * as v from 'valibot';
import { SetupError } from '../errors.ts';
import type { BuildWarning } from '../observation.ts';
import type { ProcessResult } from '../process.ts';
import { buildCommand } from './build-command.ts';
import { errorMessage } from './build-failure.ts';
import { builderTrouble } from './builder-trouble.ts';
import { askBuilder } from './builder.ts';
import type { Buildx } from './buildx.ts';
import type { Client } from './client.ts';
import type { BuildRequest } from './docker.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { engineTrouble, firstLine } from './trouble.ts';

/** What BuildKit's own checks say of a Dockerfile that is not built. */
export interface BuildCheck {
  readonly warnings: readonly BuildWarning[];
  /** Why BuildKit stopped before it had checked all: a Dockerfile that it cannot read, a base image that it does not reach. */
  readonly stopped?: string;
}

/** The first that answers `--call=check` as JSON. */
const oldest = [0, 15] as const;

export async function checkBuild(
  client: Client,
  buildx: Buildx,
  request: BuildRequest,
  signal: AbortSignal,
): Promise<BuildCheck> {
  const [major = 0, minor = 0] = buildx.version.split('.').map(Number);
  if (major === 0 && minor < oldest[1])
    throw new SetupError(
      `buildx ${buildx.version} is too old: it does not check without building. Install buildx ${oldest.join('.')} or newer, or leave --buildkit out.`,
    );
  using folder = temporaryFolder();
  const { args, environment } = buildCommand(request, client.environment, folder);
  const [verb = 'build', ...words] = args.filter((word) => word !== '--load' && word !== '--progress=rawjson');
  const result = await client.program(
    [...buildx.argv, verb, '--progress=quiet', '--call=check,format=json', ...words],
    {
      deadlineMs: request.deadlineMs,
      environment,
      signal,
    },
  );
  const trouble = engineTrouble(result);
  if (trouble !== undefined) throw trouble;
  const read = v.safeParse(answer, result.stdout);
  if (!read.success) throw await unanswered(client, buildx, request, result, signal);
  const { warnings, buildError } = read.output;
  return {
    warnings: (warnings ?? []).map(warningOf),
    ...(buildError === undefined ? {} : { stopped: buildError.message }),
  };
}

/** How the old ones say that they do not know the question. */
const tooOld = /unsupported request frontend\.lint/;

async function unanswered(
  client: Client,
  buildx: Buildx,
  request: BuildRequest,
  result: ProcessResult,
  signal: AbortSignal,
): Promise<SetupError> {
  if (tooOld.test(result.stderr))
    return new SetupError(
      'the BuildKit of this builder is too old: it does not check without building. Update the builder to BuildKit 0.15 or newer, or leave --buildkit out.',
    );
  const message = errorMessage(result.stderr.split('\n')) ?? '';
  const builder = signal.aborted ? undefined : await askBuilder(client, buildx, request, message, signal);
  // Quiet progress shows no steps: this is how buildx ends its wait for a node.
  const step = message === 'context deadline exceeded' ? { step: '[internal] waiting for connection' } : {};
  const trouble = builderTrouble({
    message,
    timedOut: false,
    began: false,
    ...step,
    ...(builder === undefined ? {} : { builder }),
    ...(request.builder === undefined ? {} : { named: request.builder }),
  });
  if (trouble !== undefined) return new SetupError(`${trouble.title}. ${trouble.why} ${trouble.advice}`);
  return new SetupError(
    `BuildKit's checks gave no answer that can be read: ${firstLine(result.stderr) || `\`docker buildx\` ended with exit code ${result.exitCode}`}. Look whether \`docker buildx build --call=check .\` works, or leave --buildkit out.`,
  );
}

const position = v.object({ line: v.number() });
const warning = v.object({
  ruleName: v.string(),
  description: v.optional(v.string(), ''),
  url: v.optional(v.string(), ''),
  detail: v.optional(v.string(), ''),
  location: v.optional(
    v.object({ ranges: v.optional(v.nullable(v.array(v.object({ start: position, end: position }))), []) }),
    {},
  ),
});
const answer = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    warnings: v.optional(v.nullable(v.array(warning)), []),
    buildError: v.optional(v.object({ message: v.string() })),
  }),
);

/** In the words of a build's own stream: there the claim is the message, and the rule's description the detail. */
function warningOf({ ruleName, description, url, detail, location }: v.InferOutput<typeof warning>): BuildWarning {
  const ranges = location.ranges ?? [];
  const line = ranges[0]?.start.line;
  const endLine = ranges.at(-1)?.end.line;
  return {
    check: ruleName,
    message: detail === '' ? description : detail,
    detail: description,
    ...(url === '' ? {} : { url }),
    ...(line === undefined ? {} : { line }),
    ...(endLine === undefined ? {} : { endLine }),
  };
}
