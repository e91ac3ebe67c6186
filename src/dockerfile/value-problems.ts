import { expand } from './expand.ts';
import { goQuoted } from './go-quoted.ts';
import { parseImageReference } from './image-reference.ts';
import type { Escape, GrammarProblem, Instruction } from './model.ts';
import { sourceSpan } from './segments.ts';
import { isSignal } from './signals.ts';
import type { Span } from '../finding.ts';

/**
 * The first value that BuildKit refuses whatever the variables hold: quotes and braces that never end, names that no image can have,
 * ports and signals that do not exist.
 */
export function valueProblem(instruction: Instruction, escape: Escape): GrammarProblem | undefined {
  const values = expandedValues(instruction);
  for (const { text, span } of values) {
    const problem = unreadable(text, span, escape);
    if (problem !== undefined) return problem;
  }
  const [first] = values;
  if (first === undefined) return undefined;
  switch (instruction.keyword) {
    case 'FROM':
      return imageProblem(first);
    case 'EXPOSE':
      return values.map(portProblem).find((problem) => problem !== undefined);
    case 'VOLUME':
      return emptyVolume(values);
    case 'STOPSIGNAL':
      return isPlain(first.text) && !isSignal(first.text)
        ? error(first.span, `invalid signal: ${first.text}`, 'Write a signal such as SIGTERM, or its number.')
        : undefined;
    default:
      return undefined;
  }
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
    case 'ARG':
      return assignments.flatMap(({ value, valueSpan }) =>
        value === undefined ? [] : { text: value, span: valueSpan },
      );
    default:
      return [];
  }
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

/** A stage's name is a name that an image may have, but for capitals. */
function imageProblem({ text, span }: Value): GrammarProblem | undefined {
  if (!isPlain(text) || parseImageReference(text) !== undefined || /^[a-z][\w.-]*$/i.test(text)) return undefined;
  const inSmall = parseImageReference(text.toLowerCase());
  const name = text.replace(/[:@].*$/, '');
  const isCapital = inSmall !== undefined && name !== name.toLowerCase();
  const reason = isCapital
    ? `: repository name (${name.includes('/') ? name : `library/${name}`}) must be lowercase`
    : '';
  return error(
    span,
    `failed to parse stage name ${goQuoted(text)}: invalid reference format${reason}`,
    isCapital
      ? `Write it in small letters: \`${text.replace(name, name.toLowerCase())}\`.`
      : 'Write the image as `name:tag`, with the registry before it where it is not Docker Hub.',
  );
}

function emptyVolume(values: readonly Value[]): GrammarProblem | undefined {
  const empty = values.find(({ text }) => /^(?:""|'')+$/.test(text));
  if (empty === undefined) return undefined;
  return error(empty.span, 'VOLUME specified can not be an empty string', 'Write a path, or drop the empty one.');
}

/** `8000`, `8000-8010/udp`; a number above the highest is another check's. What has a colon, BuildKit only warns of. */
function portProblem({ text, span }: Value): GrammarProblem | undefined {
  if (!isPlain(text) || text.includes(':')) return undefined;
  const [, ports = '', , protocol = ''] = /^([^/]*)(\/(.*))?$/s.exec(text) ?? [];
  const [, first, last] = /^\+?(\d+)(?:-\+?(\d+))?$/.exec(ports) ?? [];
  if (first === undefined || (last !== undefined && Number(last) < Number(first)))
    return error(span, `invalid containerPort: ${ports}`, 'Write the number of a port, or two and `-` between them.');
  if (/^(?:tcp|udp|sctp)?$/i.test(protocol)) return undefined;
  return error(span, `invalid port: ${goQuoted(text)}: invalid proto: ${protocol}`, 'Write tcp, udp or sctp.');
}

/** Neither variable nor quote nor escape: the value is what stands there. */
function isPlain(text: string): boolean {
  return !/[$"'\\`]/.test(text);
}

function error(span: Span, message: string, advice: string): GrammarProblem {
  return { severity: 'error', message, advice, span };
}
