import type { Span } from '../finding.ts';
import { argumentProblem } from './argument-problems.ts';
import { trimSpaces } from './blanks.ts';
import { buildInstruction } from './instruction.ts';
import { keywords } from './keywords.ts';
import { layoutOf } from './layout.ts';
import { lineStartsOf } from './lines.ts';
import type { Escape, GrammarProblem, Instruction } from './model.ts';
import { nearest } from '../nearest.ts';
import { parserRefusals } from './parser-refusals.ts';
import { read } from './read.ts';
import { stageProblems } from './stage-problems.ts';

/**
 * What BuildKit refuses once its parser is through: unknown keywords, arguments and flags that an instruction does not take,
 * and an order without a stage. BuildKit stops at the first; here every instruction gets its first. `refusals` are in source
 * order; an instruction that has one is told no second fault.
 */
export function grammarProblems(
  instructions: readonly Instruction[],
  { text, escape }: Pick<Source, 'text' | 'escape'>,
  refusals: readonly GrammarProblem[],
): readonly GrammarProblem[] {
  let next = 0;
  // A file may have one slip of the hand a thousand times.
  const known = new Map<string, string | undefined>();
  const nearestTo = (word: string): string | undefined => {
    if (!known.has(word)) known.set(word, nearest(word, keywords.keys()));
    return known.get(word);
  };
  const stageProblem = stageProblems(escape);
  const own = instructions.flatMap((instruction, index) => {
    const ofStage = stageProblem(instruction);
    while ((refusals[next]?.span.start ?? Infinity) < instruction.span.start) next += 1;
    if ((refusals[next]?.span.start ?? Infinity) <= instruction.span.end) return [];
    const problem = keywords.has(instruction.keyword)
      ? (argumentProblem(instruction, escape) ?? ofStage)
      : unknownKeyword(instruction, instructions[index - 1], { text, escape, nearestTo });
    return problem === undefined ? [] : [problem];
  });
  const order = orderProblem(instructions);
  return order === undefined ? own : [...own, order];
}

interface Source {
  readonly text: string;
  readonly escape: Escape;
  /** The keyword that was meant. */
  readonly nearestTo: (word: string) => string | undefined;
}

/** Only ARG may stand before the first FROM, and a FROM there must be. */
function orderProblem(instructions: readonly Instruction[]): GrammarProblem | undefined {
  const [first] = instructions;
  if (first === undefined) return undefined;
  const from = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const before = from === -1 ? instructions : instructions.slice(0, from);
  const early = before.find(({ keyword }) => keyword !== 'ARG' && keywords.has(keyword));
  if (early !== undefined) {
    return {
      severity: 'error',
      message: 'no build stage in current context',
      advice:
        from === -1
          ? 'Write FROM and an image as the first instruction.'
          : `Move ${early.keyword} below FROM: only ARG may stand before it.`,
      span: early.keywordSpan,
    };
  }
  if (from !== -1 || before.some(({ keyword }) => !keywords.has(keyword))) return undefined;
  return {
    severity: 'error',
    message: 'dockerfile contains no stages to build',
    advice: 'Write FROM and an image behind ARG.',
    span: first.keywordSpan,
  };
}

function unknownKeyword(instruction: Instruction, previous: Instruction | undefined, source: Source): GrammarProblem {
  const { escape, nearestTo } = source;
  const [written = ''] = trimSpaces(instruction.text).split(/[\t\v\f\r ]/, 1);
  const problem = {
    severity: 'error',
    message: `unknown instruction: ${written}`,
    span: instruction.keywordSpan,
  } as const;
  const name = nearestTo(written);
  const lost = lostContinuation(instruction, previous, source, written, name !== undefined);
  if (lost !== undefined) {
    return {
      ...problem,
      advice: `End the line above with a continuation, so that \`${clipped(written)}\` belongs to its ${previous?.keyword ?? 'RUN'}.`,
      fix: { title: 'Continue the line above', span: lost, text: ` ${escape}` },
    };
  }
  if (name === undefined) {
    return { ...problem, advice: 'Begin the line with a Dockerfile instruction, or delete it.' };
  }
  const matching = written === written.toLowerCase() ? name.toLowerCase() : name;
  const advice = `Write ${matching}.`;
  if (!isAccepted(matching, instruction, source)) return { ...problem, advice };
  return { ...problem, advice, fix: { title: `Write ${matching}`, span: instruction.keywordSpan, text: matching } };
}

/** A keyword that does not take what follows would be no cure: `hello world` is not mended by `SHELL world`. */
function isAccepted(keyword: string, { keywordSpan, span }: Instruction, { text, escape }: Source): boolean {
  const line = `# escape=${escape}\n${keyword}${text.slice(keywordSpan.end, span.end)}`;
  const { instructions, refusals } = read(line, lineStartsOf(line));
  const [only, ...others] = instructions;
  if (only === undefined || others.length > 0 || refusals.length > 0) return false;
  const layout = layoutOf(only.text, only.split, escape);
  return (
    parserRefusals(only, layout).length === 0 &&
    argumentProblem(buildInstruction(only, layout, undefined, escape), escape) === undefined
  );
}

/** Where a backslash is missing: at the end of a command's line, when the next begins with what only a shell understands. */
function lostContinuation(
  instruction: Instruction,
  previous: Instruction | undefined,
  { text, nearestTo }: Source,
  written: string,
  isNearKeyword: boolean,
): Span | undefined {
  if (previous === undefined || previous.heredocs.length > 0 || previous.exec !== undefined) return undefined;
  // What the line above will be called once its own slip of the hand is mended.
  const meant = nearestTo(previous.keyword) ?? previous.keyword;
  const isCommand = ['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(meant) || !keywords.has(meant);
  const isBelow = instruction.lines[0] === previous.lines[1] + 1;
  // A small letter begins a program's name, but for files that write all keywords small: there it may be a slip.
  const isSmall = /^[a-z]/.test(text.slice(previous.keywordSpan.start, previous.keywordSpan.end));
  const isShellWord = /^(?:&&|\|\|?|;|[-./])/.test(written) || (/^[a-z]/.test(written) && !(isNearKeyword && isSmall));
  if (!isCommand || !isBelow || !isShellWord) return undefined;
  let { end } = previous.span;
  while (end > previous.span.start && ' \t\r\n'.includes(text.charAt(end - 1))) end -= 1;
  return { start: end, end };
}

function clipped(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
