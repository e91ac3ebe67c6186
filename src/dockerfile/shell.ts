import { parse, type Command, type SyntaxNode } from 'unbash';
import { sourceSpan, type Mapped } from './segments.ts';
import type { Connector, Enclosure, ShellCommand, ShellScript } from './shell-model.ts';
import { childrenOf } from './shell-nodes.ts';
import { assignmentOf, redirectionOf, wordOf } from './shell-words.ts';

/** No text that a person writes is nested deeper, and a parser that follows it further can be made to overflow. */
export const deepestNesting = 200;

/** The parser looks for the end of each heredoc anew, so that the time grows with their square. */
const mostHeredocs = 1000;

/** Reads shell text. Never throws: what cannot be read is told in `problem`. */
export function parseShell(mapped: Mapped): ShellScript {
  const { text, segments } = mapped;
  const reading: Reading = { mapped, commands: [], pipelines: 0, isTooDeep: nestingOf(text) > deepestNesting };
  const isCrowded = text.split('<<').length > mostHeredocs;
  const error = reading.isTooDeep || isCrowded ? undefined : readInto(reading, text);
  if (reading.isTooDeep || isCrowded) {
    const message = isCrowded ? `more than ${mostHeredocs} heredocs` : `nested deeper than ${deepestNesting}`;
    return {
      text,
      segments,
      commands: [],
      problem: { message, span: sourceSpan(mapped, 0, text.length), isBeyondLimits: true },
    };
  }
  const { commands } = reading;
  if (error === undefined) return { text, segments, commands };
  const at = Math.min(error.pos, Math.max(0, text.length - 1));
  const span = sourceSpan(mapped, at, Math.min(at + 1, text.length));
  return { text, segments, commands, problem: { message: error.message, span } };
}

function readInto(reading: Reading, text: string): { readonly message: string; readonly pos: number } | undefined {
  try {
    const script = parse(text);
    flatten(script, reading, { within: [], negated: false });
    return script.errors?.[0] ?? reading.unclosed;
  } catch (error) {
    // The parser bounds most nesting, but not all: a long row of `coproc` overflows the stack.
    if (!(error instanceof RangeError)) throw error;
    reading.isTooDeep = true;
    return undefined;
  }
}

/** How deep parentheses and braces are nested at most: each `$(` is read anew from its inside. Quotes and comments count as none. */
export function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '(' || character === '{') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === ')' || character === '}') {
      depth = Math.max(0, depth - 1);
    }
  }
  return deepest;
}

interface Reading {
  readonly mapped: Mapped;
  readonly commands: ShellCommand[];
  pipelines: number;
  isTooDeep: boolean;
  /** A `${ …` that takes in all that follows, of which the parser says nothing. */
  unclosed?: { readonly message: string; readonly pos: number };
}

interface Place {
  readonly within: readonly Enclosure[];
  readonly negated: boolean;
  readonly connector?: Connector;
  /** Absent outside of a pipeline of several commands. */
  readonly pipeline?: number;
}

function flatten(node: SyntaxNode, reading: Reading, place: Place): void {
  if (place.within.length > deepestNesting) reading.isTooDeep = true;
  if (reading.isTooDeep) return;
  if (node.type === 'Command') {
    reading.commands.push(commandOf(node, reading, place));
    flattenSubstitutions(node, reading, place);
    return;
  }
  for (const child of childrenOf(node)) {
    flatten(child.node, reading, {
      within: child.enclosure === undefined ? place.within : [...place.within, child.enclosure],
      negated: child.negated ?? (child.enclosure === undefined && place.negated),
      // The last command of a list is followed by what follows the list.
      ...connectorOf(child.connector ?? (child.isLast ? place.connector : undefined)),
      ...pipelineOf(
        node.type === 'Pipeline' && child.isCommand
          ? (place.pipeline ?? numberOf(node.pos, reading))
          : child.enclosure === undefined
            ? place.pipeline
            : undefined,
      ),
    });
  }
}

const pipelineNumbers = new WeakMap<Reading, Map<number, number>>();

/** One number for all commands of the pipeline that begins there. */
function numberOf(position: number, reading: Reading): number {
  const numbers = pipelineNumbers.get(reading) ?? new Map<number, number>();
  pipelineNumbers.set(reading, numbers);
  const known = numbers.get(position);
  if (known !== undefined) return known;
  reading.pipelines += 1;
  numbers.set(position, reading.pipelines);
  return reading.pipelines;
}

function connectorOf(connector: Connector | undefined): Pick<Place, 'connector'> {
  return connector === undefined ? {} : { connector };
}

function pipelineOf(pipeline: number | undefined): Pick<Place, 'pipeline'> {
  return pipeline === undefined ? {} : { pipeline };
}

function commandOf(command: Command, reading: Reading, place: Place): ShellCommand {
  const { mapped } = reading;
  const words = [
    ...(command.name === undefined ? [] : [command.name]),
    ...command.suffix.filter((part) => part.type === 'Word' || part.type === 'Assignment'),
  ];
  const all = [...command.prefix, ...command.suffix];
  let pipeline = place.pipeline;
  if (pipeline === undefined) pipeline = reading.pipelines += 1;
  return {
    words: words.map((word) => wordOf(word, mapped)),
    assignments: command.prefix.filter((part) => part.type === 'Assignment').map((part) => assignmentOf(part, mapped)),
    redirections: all
      .filter((part) => part.type === 'Redirect' || part.type === 'HereDoc' || part.type === 'HereString')
      .map((part) => redirectionOf(part, mapped)),
    span: sourceSpan(mapped, command.pos, command.end),
    ...connectorOf(place.connector),
    negated: place.negated,
    within: place.within,
    pipeline,
  };
}

/** The commands inside `$(…)` and `<(…)` of a command's words, behind the command itself. */
function flattenSubstitutions(node: SyntaxNode, reading: Reading, place: Place): void {
  if (node.type === 'CommandExpansion' && node.text.startsWith('${') && !node.text.endsWith('}'))
    reading.unclosed ??= {
      message: 'unterminated command expansion',
      pos: Math.max(0, reading.mapped.text.indexOf(node.text)),
    };
  for (const child of childrenOf(node)) {
    if (child.enclosure === 'substitution')
      flatten(child.node, reading, { within: [...place.within, 'substitution'], negated: false });
    else flattenSubstitutions(child.node, reading, place);
  }
}
