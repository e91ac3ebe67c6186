import { childEnvironment, run } from '../process.ts';
import type { TrackedFile } from './change.ts';

const deadlineMs = 60_000;

/** Where the symbolic links among these files lead, by path: git keeps that as their content. Undefined where it cannot be had. */
export async function readLinks(
  tracked: readonly TrackedFile[],
  asked: { readonly folder: string; readonly environment: Readonly<Record<string, string | undefined>> },
): Promise<ReadonlyMap<string, string> | undefined> {
  const links = tracked.filter(({ isLink }) => isLink);
  if (links.length === 0) return new Map();
  const chunks: Buffer[] = [];
  // All at once: a program for each of a thousand links would take longer than the rest.
  const { exitCode } = await run(['git', '--no-optional-locks', 'cat-file', '--batch'], {
    cwd: asked.folder,
    environment: childEnvironment(asked.environment),
    deadlineMs,
    input: links.map(({ id }) => `${id}\n`).join(''),
    onStdoutChunk: (chunk) => chunks.push(chunk),
  });
  const contents = exitCode === 0 ? readBatch(Buffer.concat(chunks)) : undefined;
  if (contents?.length !== links.length) return undefined;
  return new Map(links.map(({ path }, index) => [path, contents[index] ?? '']));
}

/** A line that ends with the size, the content, and a line break; undefined where one is missing. */
function readBatch(answer: Buffer): readonly string[] | undefined {
  const contents: string[] = [];
  for (let at = 0; at < answer.length;) {
    const lineEnd = answer.indexOf('\n', at);
    const size = /^\w+ blob (\d+)$/.exec(answer.toString('utf8', at, lineEnd))?.[1];
    if (lineEnd === -1 || size === undefined) return undefined;
    const end = lineEnd + 1 + Number(size);
    contents.push(answer.toString('utf8', lineEnd + 1, end));
    at = end + 1;
  }
  return contents;
}
