import { checkOptions } from '../dockerfile/check-directive.ts';
import { lineOf } from '../dockerfile/location.ts';
import type { Comment, Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Span } from '../finding.ts';

/** Words in the Dockerfile that silence findings. */
export interface Pragma {
  /** Whose words they are: only ours are told to be unknown or unused. */
  readonly kind: 'sea-trial' | 'hadolint' | 'buildkit';
  readonly scope: 'instruction' | 'file';
  /** What an `instruction` pragma stands above; absent where nothing follows. */
  readonly instruction?: Instruction;
  readonly ids: readonly PragmaId[];
  /** What the author wrote behind the ids; empty where nothing. */
  readonly reason: string;
  /** From the `#` to the end of the line. */
  readonly span: Span;
  readonly line: number;
}

export interface PragmaId {
  readonly text: string;
  readonly span: Span;
}

const ours = /^sea-trial\s+(?<scope>ignore|ignore-file)\s*=\s*(?<ids>[^\s,]+(?:\s*,\s*[^\s,]+)*)(?<reason>.*)$/i;
const hadolints =
  /^hadolint\s+(?<scope>global\s+)?ignore\s*=\s*(?<ids>[A-Za-z]+\d+(?:\s*,\s*[A-Za-z]+\d+)*)(?<reason>.*)$/i;

/** All pragmas in source order. A comment inside an instruction is for that instruction, any other for the next one. */
export function readPragmas(dockerfile: Dockerfile): readonly Pragma[] {
  const found = dockerfile.directives.flatMap((directive) => {
    const skipped = directive.name === 'check' ? checkOptions(directive).skipped : [];
    if (skipped.length === 0) return [];
    const ids = skipped.map((text) => ({ text, span: directive.span }));
    return [{ ...buildkit, ids, span: directive.span, line: lineOf(dockerfile, directive.span.start) }];
  });
  const pragmas: Pragma[] = [...found];
  let next = 0;
  for (const comment of dockerfile.comments) {
    const { instructions } = dockerfile;
    while ((instructions[next]?.span.end ?? Infinity) < comment.span.start) next += 1;
    const pragma = readComment(comment, dockerfile, instructions[next]);
    if (pragma !== undefined) pragmas.push(pragma);
  }
  return pragmas;
}

const buildkit = { kind: 'buildkit', scope: 'file', reason: '' } as const;

function readComment(
  comment: Comment,
  dockerfile: Dockerfile,
  instruction: Instruction | undefined,
): Pragma | undefined {
  if (!/^(?:sea-trial|hadolint)\s/i.test(comment.text)) return undefined;
  const mine = ours.exec(comment.text);
  const match = mine ?? hadolints.exec(comment.text);
  if (match?.groups === undefined) return undefined;
  const { scope = '', ids = '', reason = '' } = match.groups;
  const wholeFile = scope.trim().toLowerCase() === (mine === null ? 'global' : 'ignore-file');
  const idsStart = comment.span.start + dockerfile.text.slice(comment.span.start, comment.span.end).indexOf(ids);
  return {
    kind: mine === null ? 'hadolint' : 'sea-trial',
    scope: wholeFile ? 'file' : 'instruction',
    ...(wholeFile || instruction === undefined ? {} : { instruction }),
    ids: [...ids.matchAll(/[^\s,]+/g)].map((id) => ({
      text: id[0],
      span: { start: idsStart + id.index, end: idsStart + id.index + id[0].length },
    })),
    reason: reason.replace(/^\s*(?:[:#]|[-–—](?=\s))?\s*/, '').trim(),
    span: comment.span,
    line: lineOf(dockerfile, comment.span.start),
  };
}
