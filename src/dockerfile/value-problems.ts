import { expand } from './expand.ts';
import { goQuoted } from './go-quoted.ts';
import type { Escape, GrammarProblem, Instruction } from './model.ts';
import { sourceSpan } from './segments.ts';
import { mountFields } from './mount-fields.ts';
import { portProblem } from './port-problems.ts';
import { isSignal } from './signals.ts';
import type { Span } from '../finding.ts';

/**
 * The first value that BuildKit refuses whatever the variables hold: quotes and braces that never end, names that no image can have,
 * ports and signals that do not exist.
 */
export function valueProblem(instruction: Instruction, escape: Escape): GrammarProblem | undefined {
  const values = expandedValues(instruction);
  for (const { text, span } of instruction.flags.length === 0
    ? values
    : [...values, ...expandedFlagValues(instruction)]) {
    const problem = unreadable(text, span, escape);
    if (problem !== undefined) return problem;
  }
  switch (instruction.keyword) {
    case 'EXPOSE':
      return refused(values, escape, portProblem);
    case 'VOLUME':
      return emptyVolume(values);
    case 'STOPSIGNAL':
      return refused(values, escape, signalProblem);
    default:
      return undefined;
  }
}

/** The first value without a variable that is refused, quotes and escapes taken away. */
function refused(
  values: readonly Value[],
  escape: Escape,
  problemOf: (text: string) => { readonly message: string; readonly advice: string } | undefined,
): GrammarProblem | undefined {
  for (const { text, span } of values) {
    const problem = text.includes('$') ? undefined : problemOf(expand(text, () => undefined, escape).text);
    if (problem !== undefined) return error(span, problem.message, problem.advice);
  }
  return undefined;
}

function signalProblem(text: string): { readonly message: string; readonly advice: string } | undefined {
  if (isSignal(text)) return undefined;
  return { message: `invalid signal: ${text}`, advice: 'Write a signal such as SIGTERM, or its number.' };
}

interface Value {
  /** As written, quotes and variables kept. */
  readonly text: string;
  readonly span: Span;
}

/** What BuildKit expands. Of the others a shell makes sense, or nobody. */
function expandedValues(instruction: Instruction): readonly Value[] {
  const { keyword, words, exec, assignments, text, argumentsStart } = instruction;
  switch (keyword) {
    case 'FROM':
      return words.slice(0, 1);
    case 'COPY':
    case 'ADD':
    case 'VOLUME':
      return exec === undefined
        ? words.filter((word) => !word.text.startsWith('<<'))
        : exec.map(({ value, span }) => ({ text: value, span }));
    case 'EXPOSE':
      return words;
    case 'WORKDIR':
    case 'USER':
    case 'STOPSIGNAL': {
      // One value, blanks included.
      const written = text.slice(argumentsStart).trim();
      if (written === '') return [];
      const start = text.indexOf(written, argumentsStart);
      return [{ text: written, span: sourceSpan(instruction, start, start + written.length) }];
    }
    case 'ENV':
    case 'LABEL':
      return assignments.flatMap(({ value, valueSpan }, index) => [
        nameOf(instruction, index),
        ...(value === undefined ? [] : [{ text: value, span: valueSpan }]),
      ]);
    case 'ARG':
      return assignments.flatMap(({ value, valueSpan }) =>
        value === undefined ? [] : { text: value, span: valueSpan },
      );
    default:
      return [];
  }
}

const expandedFlags: ReadonlyMap<string, readonly string[]> = new Map([
  ['COPY', ['from', 'chown', 'chmod']],
  ['ADD', ['chown', 'chmod', 'checksum']],
  ['FROM', ['platform']],
]);

/** What BuildKit expands in flags, the quotes around the whole being gone. */
function expandedFlagValues({ keyword, flags }: Instruction): readonly Value[] {
  const names = expandedFlags.get(keyword) ?? [];
  return flags.flatMap(({ name, value = '', span }) => {
    if (keyword === 'RUN' && name === 'mount') {
      return (mountFields(value) ?? []).flatMap((field) =>
        field.value === undefined ? [] : { text: field.value, span },
      );
    }
    return names.includes(name) ? { text: value, span } : [];
  });
}

/** The name as written: it is expanded too, but for that of ARG. */
function nameOf({ assignments, words, text, argumentsStart }: Instruction, index: number): Value {
  const { legacy = false, span = { start: 0, end: 0 } } = assignments[index] ?? {};
  const written = legacy ? text.slice(argumentsStart) : (words[index]?.text ?? '');
  const end = legacy ? written.search(/[\t\v\f\r ]/) : written.indexOf('=');
  return { text: end === -1 ? written : written.slice(0, end), span };
}

/** With a value for every variable, what is left is a fault of the text itself. */
function unreadable(text: string, span: Span, escape: Escape): GrammarProblem | undefined {
  const expansion = expand(text, () => 'x', escape);
  if (expansion.known || expansion.error === undefined) return undefined;
  const isQuote = expansion.error.includes('quote');
  return error(
    span,
    `failed to process ${goQuoted(text)}: ${expansion.error}`,
    isQuote
      ? `Close the quote, or write \`${escape}\` before it.`
      : 'Write the variable as `$NAME`, `${NAME}` or `${NAME:-default}`.',
  );
}

function emptyVolume(values: readonly Value[]): GrammarProblem | undefined {
  const empty = values.find(({ text }) => /^(?:""|'')+$/.test(text));
  if (empty === undefined) return undefined;
  return error(empty.span, 'VOLUME specified can not be an empty string', 'Write a path, or drop the empty one.');
}

function error(span: Span, message: string, advice: string): GrammarProblem {
  return { severity: 'error', message, advice, span };
}
