import { unboxed } from './unboxed.ts';

/** What a server says of its own command line before it ends. */
export type ServerComplaint =
  | {
      readonly kind: 'unknown-option';
      readonly option: string;
      readonly offered: readonly string[];
      readonly line: string;
    }
  | { readonly kind: 'missing-value'; readonly option: string; readonly line: string }
  | {
      readonly kind: 'bad-value';
      /** Absent where it is not said which. */ readonly option?: string;
      /** Absent where it is not said. */ readonly value?: string;
      readonly offered: readonly string[];
      readonly line: string;
    }
  | { readonly kind: 'extra'; readonly words: readonly string[]; readonly line: string }
  | { readonly kind: 'no-application'; readonly line: string }
  /** uvicorn starts workers, or anew, of what it can import by itself. */
  | { readonly kind: 'no-import-string'; readonly line: string };

/** Of the last lines, which typer draws a box around. */
export function serverComplaint(log: readonly string[]): ServerComplaint | undefined {
  const lines = unboxed(log.slice(-120));
  for (const line of lines.toReversed()) {
    const found = read(line.trim());
    if (found !== undefined) return found;
  }
  return undefined;
}

/** click's, argparse's, typer's words, and the servers' own. */
function read(line: string): ServerComplaint | undefined {
  const unknown = unknownOption(line);
  if (unknown !== undefined)
    return { kind: 'unknown-option', option: unknown, offered: quotedOptions(line, unknown), line };
  const missing =
    /Option '(?<option>-[^']*)' requires an argument/.exec(line) ??
    /error: argument (?:-\w, ?|-\w\/)?(?:[^:]*\/)?(?<option>-[\w-]+): expected (?:one|at least one) argument/.exec(
      line,
    );
  if (missing?.groups?.['option'] !== undefined)
    return { kind: 'missing-value', option: missing.groups['option'], line };
  const extra =
    /Got unexpected extra argument(?:s|\(s\))? \((?<words>[^)]*)\)/.exec(line) ??
    /error: unrecognized arguments: (?<words>[^-\s].*)$/.exec(line);
  if (extra?.groups?.['words'] !== undefined) return { kind: 'extra', words: extra.groups['words'].split(' '), line };
  if (
    /Missing argument '?(?:APP|PATH)|the following arguments are required: application|No application module specified/.test(
      line,
    )
  )
    return { kind: 'no-application', line };
  if (/must pass the application as an import string/.test(line)) return { kind: 'no-import-string', line };
  return badValue(line);
}

/** argparse names all that is left, the option's value too. */
function unknownOption(line: string): string | undefined {
  const told =
    /No such option:? (?:'(?<quoted>-[^']+)'|(?<plain>-\S+?))(?:\.| \(|$)/.exec(line)?.groups ??
    /error: (?:unrecognized arguments|ambiguous option): (?<plain>-\S+)/.exec(line)?.groups;
  return told?.['quoted'] ?? told?.['plain'];
}

function badValue(line: string): ServerComplaint | undefined {
  const option = /Invalid value for (?:'[^']*?(?<long>--[\w-]+)[^']*'|"[^"]*?(?<other>--[\w-]+)[^"]*")/.exec(
    line,
  )?.groups;
  const given = option?.['long'] ?? option?.['other'];
  if (given !== undefined) {
    const rest = line.slice(line.indexOf(given) + given.length);
    const value =
      /: '(?<value>[^']*)' is not|: File '(?<file>[^']*)'|: Path '(?<path>[^']*)'|: (?<number>\S+) is not in the range/.exec(
        rest,
      )?.groups;
    const said = value?.['value'] ?? value?.['number'];
    // A file that is not there is another cause.
    if (value?.['file'] !== undefined || value?.['path'] !== undefined) return undefined;
    return {
      kind: 'bad-value',
      option: given,
      ...(said === undefined ? {} : { value: said }),
      offered: choices(rest),
      line,
    };
  }
  const argparse =
    /error: argument (?:[^:]*\/)?(?<option>--?[\w-]+): invalid (?:choice|[\w ]+ value): '(?<value>[^']*)'/.exec(
      line,
    )?.groups;
  if (argparse?.['option'] !== undefined && argparse['value'] !== undefined)
    return { kind: 'bad-value', option: argparse['option'], value: argparse['value'], offered: choices(line), line };
  const own =
    /^Error: '(?<value>[^']*)' is not a valid port number/.exec(line) ??
    /class uri '?(?<value>[\w.:]+)'? invalid or not found/.exec(line) ??
    /Entry point \('gunicorn\.workers', '(?<value>[^']*)'\) not found/.exec(line) ??
    /^ValueError: No worker of class (?<value>\S+) exists/.exec(line) ??
    /(?:bind\(\): )?(?<port>port must be 0-65535)/.exec(line) ??
    /^(?<port>while processing 'port')$/.exec(line);
  if (own === null) return undefined;
  const value = own.groups?.['value'];
  return {
    kind: 'bad-value',
    ...(own.groups?.['port'] === undefined ? {} : { option: '--port' }),
    ...(value === undefined ? {} : { value }),
    offered: [],
    line,
  };
}

/** `(Did you mean one of: '--host', '--port'?)`, `(Possible options: --host, --port)`. */
function quotedOptions(line: string, option: string): readonly string[] {
  // argparse offers nothing: what follows are further words that it does not know.
  if (line.includes('unrecognized arguments: ')) return [];
  const rest = line.slice(line.indexOf(option) + option.length);
  return [...rest.matchAll(/--[\w-]+/g)].map(([name]) => name);
}

/** `is not one of 'critical', 'error'`, `(choose from 'auto', 'asyncio')`. */
function choices(rest: string): readonly string[] {
  const list = /(?:is not one of|choose from) (.*)$/.exec(rest)?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'|(?<=^|, )([\w-]+)/g)].map(([, one, other]) => one ?? other ?? '');
}
