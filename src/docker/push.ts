import type { Client } from './client.ts';
import { refuseOption } from './image.ts';
import { engineTrouble, firstLine, unexpected } from './trouble.ts';

export interface PushRequest {
  /** With its tag: the client refuses to push a digest. */
  readonly reference: string;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Told live, as docker writes it. */
  readonly onLine: (line: string) => void;
}

/** What the registry says is a value, for whoever asks decides whether to ask again. */
export type PushOutcome =
  /** `sha256:…` of the manifest, as the registry has it. */
  | { readonly kind: 'pushed'; readonly digest: string }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'late' };

/** `docker push` of one tag. Throws a `SetupError` where the engine itself is in trouble. */
export async function pushImage(
  client: Client,
  { reference, deadlineMs, signal, onLine }: PushRequest,
): Promise<PushOutcome> {
  refuseOption(reference);
  let digest: string | undefined;
  const result = await client.program(['docker', 'push', reference], {
    deadlineMs,
    signal,
    onStdoutLine(line) {
      digest = digestIn(line) ?? digest;
      onLine(line);
    },
  });
  if (result.timedOut) return { kind: 'late' };
  const trouble = signal.aborted ? undefined : engineTrouble(result);
  if (trouble !== undefined) throw trouble;
  if (result.exitCode !== 0) return { kind: 'refused', words: withoutQueries(firstLine(result.stderr)) };
  if (digest === undefined)
    throw unexpected(`\`${reference}\` was pushed, and docker does not tell its digest`, result);
  return { kind: 'pushed', digest };
}

/** A further name for an image that the engine has; whatever bore the name before keeps its others. */
export async function tagImage(client: Client, image: string, name: string): Promise<void> {
  refuseOption(image);
  refuseOption(name);
  const result = await client.docker(['image', 'tag', image, name]);
  if (result.exitCode !== 0) throw unexpected(`the image cannot be named \`${name}\``, result);
}

/** `1.4.0: digest: sha256:… size: 528`, the last line but for advertisements. */
function digestIn(line: string): string | undefined {
  return /^\S+: digest: (sha256:[0-9a-f]{64})\b/.exec(line)?.[1];
}

/** The address of an upload may carry a signature with which others could upload. */
function withoutQueries(words: string): string {
  return words.replaceAll(/(https?:\/\/[^\s"?]+)\?[^\s"]*/g, '$1');
}
