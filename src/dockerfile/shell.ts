import {
  parse,
  type Assignment,
  type Command,
  type Redirection,
  type SyntaxNode,
  type Word,
  type WordPart,
} from 'unbash';
import { sourceSpan, type Mapped } from './segments.ts';
import type {
  Connector,
  Enclosure,
  ShellAssignment,
  ShellCommand,
  ShellRedirection,
  ShellScript,
  ShellWord,
  WordPiece,
} from './shell-model.ts';
import { childrenOf } from './shell-nodes.ts';

/** No text that a person writes is nested deeper, and a parser that follows it further can be made to overflow. */
const deepestNesting = 200;

/** Reads shell text. Never throws: what cannot be read is told in `problem`. */
export function parseShell(mapped: Mapped): ShellScript {
  const { text, segments } = mapped;
  if (nestingOf(text) > deepestNesting) {
    return {
      text,
      segments,
      commands: [],
      problem: { message: `nested deeper than ${deepestNesting}`, span: sourceSpan(mapped, 0, text.length) },
    };
  }
  const script = parse(text);
  const commands: ShellCommand[] = [];
  flatten(script, { mapped, commands, pipelines: 0 }, { within: [], negated: false });
  const [error] = script.errors ?? [];
  if (error === undefined) return { text, segments, commands };
  const at = Math.min(error.pos, Math.max(0, text.length - 1));
  return {
    text,
    segments,
    commands,
    problem: { message: error.message, span: sourceSpan(mapped, at, Math.min(at + 1, text.length)) },
  };
}

/** An upper bound that needs no parser: quotes and comments are counted as if they were none. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '(' || character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === ')' || character === '}') depth = Math.max(0, depth - 1);
  }
  return deepest + longestOpen(text);
}

const keyword = /(?:^|[;&|(\n]|\b(?:do|then|else)\b)\s*(if|for|while|until|case|select|fi|done|esac)\b/g;

/** How many of if, loops and case are open at once, at most. */
function longestOpen(text: string): number {
  let open = 0;
  let most = 0;
  for (const [, word = ''] of text.matchAll(keyword)) {
    open = ['fi', 'done', 'esac'].includes(word) ? Math.max(0, open - 1) : open + 1;
    most = Math.max(most, open);
  }
  return most;
}

interface Reading {
  readonly mapped: Mapped;
  readonly commands: ShellCommand[];
  pipelines: number;
}

interface Place {
  readonly within: readonly Enclosure[];
  readonly negated: boolean;
  readonly connector?: Connector;
  /** Absent outside of a pipeline of several commands. */
  readonly pipeline?: number;
}

function flatten(node: SyntaxNode, reading: Reading, place: Place): void {
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
  for (const child of childrenOf(node)) {
    if (child.enclosure === 'substitution')
      flatten(child.node, reading, { within: [...place.within, 'substitution'], negated: false });
    else flattenSubstitutions(child.node, reading, place);
  }
}

/** `name=value` behind the program is a word like any other. */
function wordOf(word: Word | Assignment, mapped: Mapped): ShellWord {
  const span = sourceSpan(mapped, word.pos, word.end);
  if (word.type === 'Word') {
    const pieces = piecesOf(word);
    return { value: word.value, known: pieces.every(({ kind }) => kind === 'text'), text: word.text, pieces, span };
  }
  const value = word.value.type === 'Word' ? word.value : undefined;
  const head = `${word.name}${word.append === true ? '+=' : '='}`;
  const pieces: readonly WordPiece[] =
    value === undefined ? [{ kind: 'other', text: word.text }] : [{ kind: 'text', text: head }, ...piecesOf(value)];
  return {
    value: `${head}${value?.value ?? ''}`,
    known: pieces.every(({ kind }) => kind === 'text'),
    text: word.text,
    pieces,
    span,
  };
}

function assignmentOf(assignment: Assignment, mapped: Mapped): ShellAssignment {
  return {
    name: assignment.name,
    value: assignment.value.type === 'Word' ? wordOf(assignment.value, mapped) : undefined,
    span: sourceSpan(mapped, assignment.pos, assignment.end),
  };
}

function redirectionOf(redirection: Redirection, mapped: Mapped): ShellRedirection {
  const span = sourceSpan(mapped, redirection.pos, redirection.end);
  if (redirection.type === 'HereDoc') return { operator: redirection.operator, body: redirection.body.text, span };
  const { operator, target } = redirection;
  return { operator, ...(target === undefined ? {} : { target: wordOf(target, mapped) }), span };
}

function piecesOf(word: Word): readonly WordPiece[] {
  return word.parts === undefined ? [{ kind: 'text', text: word.value }] : word.parts.flatMap(pieceOf);
}

function pieceOf(part: WordPart): readonly WordPiece[] {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return [{ kind: 'text', text: part.value }];
    case 'Glob':
    case 'ExtendedGlob':
      return [{ kind: 'text', text: part.text }];
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.flatMap(pieceOf);
    case 'SimpleExpansion':
      return [{ kind: 'variable', name: part.text.slice(1), text: part.text }];
    case 'ParameterExpansion':
      return part.operation === undefined && part.prefix === undefined && part.index === undefined
        ? [{ kind: 'variable', name: part.parameter, text: part.text }]
        : [{ kind: 'other', text: part.text }];
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
    case 'BraceExpansion':
      return [{ kind: 'other', text: part.text }];
  }
}
