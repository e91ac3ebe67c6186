import { goQuoted } from './go-quoted.ts';
import { goBoolean } from './go-values.ts';
import type { Directive, GrammarProblem } from './model.ts';

/** What `# check=` says to BuildKit. */
export interface CheckOptions {
  /** Names of BuildKit's checks, or `all`; BuildKit compares them by their letters' case, and ignores those that it does not know. */
  readonly skipped: readonly string[];
  /** A warning ends the build. */
  readonly warningsAreErrors: boolean;
}

interface Option {
  /** Without blanks around. */
  readonly name: string;
  readonly value?: string;
  readonly text: string;
}

/** What the value says, as far as BuildKit takes it. */
export function checkOptions({ value }: Directive): CheckOptions {
  const options = optionsOf(value);
  const lists = options.flatMap(({ name, value: list }) =>
    name === 'skip' && list !== undefined ? [list.trim()] : [],
  );
  const isAll = lists.includes('all');
  const names = (lists.at(-1) ?? '').split(',').map((each) => each.trim());
  return {
    skipped: isAll ? ['all'] : names.filter((each) => each !== '' && each !== 'all'),
    warningsAreErrors: goBoolean(options.findLast(({ name }) => name === 'error')?.value?.trim() ?? '') === true,
  };
}

/** BuildKit refuses a file whose directive it cannot read. */
export function checkDirectiveProblem({ value, span }: Directive): GrammarProblem | undefined {
  const cut = value.indexOf(' ') === -1 ? undefined : value.slice(0, value.indexOf(' '));
  for (const { name, value: said, text } of optionsOf(value)) {
    const reason = optionProblem(name, said, text);
    if (reason === undefined) continue;
    const advice =
      cut === undefined
        ? 'Write `skip=` and names of checks with `,` between them, or `error=true`, and `;` between the two.'
        : `Write it without blanks: BuildKit reads only \`${cut}\`.`;
    return { severity: 'error', message: `failed to parse check options: ${reason}`, advice, span };
  }
  return undefined;
}

function optionProblem(name: string, value: string | undefined, text: string): string | undefined {
  if (value === undefined) return `invalid check option ${goQuoted(text)}`;
  if (name === 'skip' || name === 'experimental') return undefined;
  if (name !== 'error') return `invalid check option ${goQuoted(name)}`;
  const written = value.trim();
  if (goBoolean(written) !== undefined) return undefined;
  return `failed to parse check option ${goQuoted(text)}: strconv.ParseBool: parsing ${goQuoted(written)}: invalid syntax`;
}

/** BuildKit reads to the first blank and forgets the rest. */
function optionsOf(value: string): readonly Option[] {
  const [read = ''] = value.split(' ', 1);
  if (read.trim() === '') return [];
  return read.split(';').map((text): Option => {
    const equals = text.indexOf('=');
    if (equals === -1) return { name: text.trim(), text };
    return { name: text.slice(0, equals).trim(), value: text.slice(equals + 1), text };
  });
}
