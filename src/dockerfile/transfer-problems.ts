import type { Span } from '../finding.ts';
import { digestProblem } from './digest.ts';
import { expand } from './expand.ts';
import { isGoPattern } from './go-pattern.ts';
import { goQuoted } from './go-quoted.ts';
import type { Flag, GrammarProblem, Heredoc, Instruction, Word } from './model.ts';
import { sourceKind } from './source-kind.ts';

/** What BuildKit refuses in COPY and ADD beyond their form: values of flags, sources of the wrong kind, bad patterns and heredocs. */
export function transferProblem(instruction: Instruction): GrammarProblem | undefined {
  const { flags, heredocs, text } = instruction;
  for (const flag of flags) {
    const problem = flagValueProblem(flag, instruction);
    if (problem !== undefined) return problem;
  }
  // Without these nothing can be wrong with a source.
  const sources = text.includes(':') || text.includes('[') ? sourcesOf(instruction) : [];
  for (const source of sources) {
    const problem = sourceProblem(instruction, source);
    if (problem !== undefined) return problem;
  }
  return heredocs.length === 0
    ? undefined
    : heredocs.map((heredoc) => bodyProblem(heredoc)).find((problem) => problem !== undefined);
}

/** All but the destination, heredocs left out. */
function sourcesOf({ words, exec }: Instruction): readonly Word[] {
  const sources = (exec ?? words).slice(0, -1);
  return exec === undefined ? sources.filter(({ text }) => !text.startsWith('<<')) : sources;
}

function flagValueProblem(flag: Flag, instruction: Instruction): GrammarProblem | undefined {
  const { name, value = '' } = flag;
  if (value === '' || !isPlain(value) || (value.includes('\\') && name !== 'exclude')) return undefined;
  switch (name) {
    case 'chmod':
      return modeProblem(flag, value);
    case 'exclude':
      if (value === '!') {
        return error(flag.span, 'illegal exclusion pattern: "!"', 'Write the pattern of what is to stay behind `!`.');
      }
      return isGoPattern(value) ? undefined : patternProblem(flag.span, 'excludepatterns', value);
    case 'checksum':
      return checksumProblem(flag, value, instruction);
    default:
      return undefined;
  }
}

/** Octal digits, or what chmod itself reads: `u+rwX,go=rX`. */
function modeProblem(flag: Flag, value: string): GrammarProblem | undefined {
  const advice = 'Write octal digits such as 0755, or letters as chmod has them, such as u+x.';
  if (/^\d/.test(value)) {
    if (/^[0-7]+$/.test(value) && Number.parseInt(value, 8) <= 0o7777) return undefined;
    const message = `invalid chmod parameter: '${value}'. it should be octal string and between 0 and 07777`;
    return error(flag.span, message, advice);
  }
  const isSymbolic = value.split(',').every((clause) => /^[ugoa]*[-+=][-+=rwxXstugo]*$/.test(clause));
  if (isSymbolic) return undefined;
  return error(flag.span, `invalid chmod parameter: '${value}': invalid syntax`, advice);
}

function checksumProblem(flag: Flag, value: string, instruction: Instruction): GrammarProblem | undefined {
  const sources = sourcesOf(instruction);
  const [source] = sources;
  if (source === undefined || sources.length > 1) {
    const advice =
      instruction.heredocs.length > 0
        ? 'Delete --checksum: what a heredoc says is known.'
        : 'Write an ADD for each source, with its own checksum.';
    return error(flag.span, "checksum can't be specified for multiple sources", advice);
  }
  if (!isPlain(source.value)) return undefined;
  switch (sourceKind(source.value)) {
    case 'context':
      return error(
        flag.span,
        'checksum requires HTTP(S) or Git sources',
        'Delete --checksum: it is for what is downloaded.',
      );
    case 'http': {
      const message = digestProblem(value);
      const advice = 'Write `sha256:` and the 64 hexadecimal digits that `sha256sum` prints, in small letters.';
      return message === undefined ? undefined : error(flag.span, message, advice);
    }
    case 'git': {
      if (/^[0-9a-fA-F]+$/.test(value)) return undefined;
      const message = `invalid checksum ${value} for Git URL, expected hex commit hash`;
      return error(flag.span, message, 'Write the hash of the commit, without a name before it.');
    }
    case 'unknown':
      return undefined;
  }
}

function sourceProblem({ keyword, flags }: Instruction, { value, span }: Word): GrammarProblem | undefined {
  if (!value.includes(':') && !value.includes('[')) return undefined;
  const kind = sourceKind(value);
  if (kind === 'http' || kind === 'git') {
    if (keyword !== 'COPY') return undefined;
    const message = `source can't be a ${kind === 'git' ? 'git ref' : 'URL'} for COPY`;
    const advice =
      flags.length === 0 ? 'Write ADD, which downloads.' : 'Write ADD, which downloads, and only flags that ADD takes.';
    return error(span, message, advice);
  }
  return isPlain(value) && !value.includes('\\') && !isGoPattern(value)
    ? patternProblem(span, 'includepatterns', value)
    : undefined;
}

function patternProblem(span: Span, kind: string, value: string): GrammarProblem {
  const message = `invalid ${kind}: [${value}]: syntax error in pattern`;
  return error(span, message, 'Close the set with `]`; for a file with `[` in its name, write `[[]`.');
}

/** In a heredoc quotes are nothing but characters, and a backslash escapes whatever the escape directive says. */
function bodyProblem({ content, expand: isExpanded, opening, name }: Heredoc): GrammarProblem | undefined {
  if (!isExpanded || !content.includes('${')) return undefined;
  const reason = expansionError(content);
  if (reason === undefined) return undefined;
  const line = content.split('\n').find((each) => expansionError(`${each}\n`) !== undefined) ?? content;
  return error(
    opening,
    `failed to process ${goQuoted(line)}: ${reason.replaceAll('\n', String.raw`\n`)}`,
    `Write \`<<"${name}"\` where the text is not BuildKit's to expand, else a backslash before the \`$\`.`,
  );
}

function expansionError(text: string): string | undefined {
  const expansion = expand(text.replaceAll(/["']/g, 'q'), () => 'x');
  return expansion.known ? undefined : expansion.error;
}

/** No variable is in it, and BuildKit takes nothing away. */
function isPlain(text: string): boolean {
  return !/[$"'`]/.test(text);
}

function error(span: Span, message: string, advice: string): GrammarProblem {
  return { severity: 'error', message, advice, span };
}
