import { sourceSpan, type Mapped } from './segments.ts';
import { inputOf } from './shell-input.ts';
import type { ShellAssignment, ShellRedirection, ShellWord, WordPiece } from './shell-model.ts';
import type { Assignment, Redirection, Word, WordPart } from './shell-nodes.ts';

/** `name=value` behind the program is a word like any other. */
export function wordOf(word: Word | Assignment, mapped: Mapped): ShellWord {
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

export function assignmentOf(assignment: Assignment, mapped: Mapped): ShellAssignment {
  return {
    name: assignment.name,
    value: assignment.value.type === 'Word' ? wordOf(assignment.value, mapped) : undefined,
    span: sourceSpan(mapped, assignment.pos, assignment.end),
  };
}

export function redirectionOf(redirection: Redirection, mapped: Mapped): ShellRedirection {
  const span = sourceSpan(mapped, redirection.pos, redirection.end);
  if (redirection.type === 'HereDoc')
    return { operator: redirection.operator, ...descriptorOf(redirection), body: inputOf(redirection, mapped), span };
  const { operator, target } = redirection;
  return {
    operator,
    ...descriptorOf(redirection),
    ...(target === undefined ? {} : { target: wordOf(target, mapped) }),
    span,
  };
}

function descriptorOf({ descriptor }: Redirection): Pick<ShellRedirection, 'descriptor'> {
  return descriptor?.type === 'FileDescriptor' ? { descriptor: descriptor.value } : {};
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
