import { DockerfileParser, Onbuild, type Instruction as Node } from 'dockerfile-ast';
import type { Span } from '../finding.ts';
import { checkDirectiveProblem } from './check-directive.ts';
import { grammarProblems } from './grammar.ts';
import { buildInstruction, type ParsedNode } from './instruction.ts';
import { layoutOf } from './layout.ts';
import { lineStartsOf } from './lines.ts';
import { maskOf } from './mask.ts';
import type { Dockerfile, GrammarProblem } from './model.ts';
import { parserRefusals } from './parser-refusals.ts';
import { read } from './read.ts';
import { type Mapped, sourceOffset, sourceSpan } from './segments.ts';

/** Reads a Dockerfile as BuildKit does. Whatever the text, it returns what could be read; faults are in `problems`. */
export function parseDockerfile(text: string, path: string): Dockerfile {
  const lineStarts = lineStartsOf(text);
  const reading = read(text, lineStarts);
  const { escape, directives, comments, warnings } = reading;
  const layouts = reading.instructions.map((raw) => layoutOf(raw.text, raw.split, escape));
  const nodes = parseMask(maskOf(reading, layouts));
  const instructions = reading.instructions.flatMap((raw, index) => {
    const layout = layouts[index];
    if (layout === undefined) return [];
    return [buildInstruction(raw, layout, nodes.get(sourceOffset(raw, raw.split.keywordStart)), escape)];
  });
  const found = [
    ...reading.refusals,
    ...reading.instructions.flatMap((raw, index) => parserRefusals(raw, layouts[index])),
  ];
  const refusals = found.length === 0 && instructions.length === 0 ? [nothingInside(text)] : inOrder(found);
  const [refusal] = refusals;
  return {
    path,
    text,
    lineStarts,
    escape,
    directives,
    comments,
    instructions,
    warnings,
    ...(refusal === undefined ? {} : { refusal }),
    problems: inOrder([
      ...refusals,
      ...reading.complaints,
      ...directives.flatMap((each) => (each.name === 'check' ? (checkDirectiveProblem(each) ?? []) : [])),
      ...grammarProblems(instructions, { text, escape }, refusals),
    ]),
  };
}

type Range = ReturnType<Node['getInstructionRange']>;

/**
 * The instructions of the mask, by the offset at which their keywords begin. Nothing of dockerfile-ast's is asked but ranges: its
 * values, flags, variables and JSON strings differ from BuildKit's, and some of its functions overflow the stack.
 */
function parseMask(mask: Mapped): ReadonlyMap<number, ParsedNode> {
  const lineStarts = lineStartsOf(mask.text);
  const offsetOf = ({ line, character }: Range['start']): number => (lineStarts[line] ?? 0) + character;
  const spanOf = ({ start, end }: Range): Span => sourceSpan(mask, offsetOf(start), offsetOf(end));
  const nodeOf = (instruction: Node): ParsedNode => ({
    keyword: spanOf(instruction.getInstructionRange()),
  });
  const nodes = new Map<number, ParsedNode>();
  for (const instruction of instructionsOf(mask.text)) {
    const trigger = instruction instanceof Onbuild ? instruction.getTriggerInstruction() : null;
    const node = nodeOf(instruction);
    nodes.set(node.keyword.start, trigger === null ? node : { ...node, trigger: nodeOf(trigger) });
  }
  return nodes;
}

function instructionsOf(mask: string): readonly Node[] {
  try {
    return DockerfileParser.parse(mask).getInstructions();
  } catch {
    // No mask is known on which it throws. Should one appear, the keywords that the mask was made of stand in (instruction.ts).
    return [];
  }
}

function nothingInside(text: string): GrammarProblem {
  return {
    severity: 'error',
    message: 'file with no instructions',
    advice: 'Begin the file with FROM and an image.',
    span: { start: 0, end: Math.min(text.length, 1) },
  };
}

function inOrder(problems: readonly GrammarProblem[]): readonly GrammarProblem[] {
  return problems.toSorted((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
}
