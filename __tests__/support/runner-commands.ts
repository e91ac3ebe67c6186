/** A command as GitHub's runner takes it out of a step's output. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
  /** 2 is `::name::`, 1 the old `##[name]`, which counts anywhere in a line. */
  readonly version: 1 | 2;
}

export interface ReadOutput {
  readonly commands: readonly RunnerCommand[];
  /** The lines that are no commands, as the log shows them. */
  readonly log: readonly string[];
}

/** What actions/runner registers (ActionCommandManager.cs and its extensions). */
const registered: readonly string[] = [
  'internal-set-repo-path',
  'set-env',
  'set-output',
  'save-state',
  'add-path',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'warning',
  'error',
  'notice',
  'debug',
  'group',
  'endgroup',
  'echo',
  'stop-commands',
];

/**
 * Reads a step's output as the runner does, following ActionCommand.cs: lines end at `\r` too, the new form begins a line
 * after any white space, the old one stands anywhere, and between `stop-commands` and its token nothing counts.
 */
export function readCommands(output: string): ReadOutput {
  const commands: RunnerCommand[] = [];
  const log: string[] = [];
  let token: string | undefined;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const names = token === undefined ? registered : [token];
    const command = parseNew(line, names) ?? parseOld(line, names);
    if (command === undefined) {
      log.push(line);
    } else if (token === undefined) {
      commands.push(command);
      if (command.name === 'stop-commands') token = command.data;
    } else {
      token = undefined;
    }
  }
  return { commands, log };
}

function parseNew(line: string, names: readonly string[]): RunnerCommand | undefined {
  const text = line.replace(/^[\s\u0085]+/, ''); // .NET's white space has NEL too
  if (!text.startsWith('::')) return undefined;
  const end = text.indexOf('::', 2);
  if (end < 0) return undefined;
  const { name, rest } = nameAndRest(text.slice(2, end));
  if (!names.includes(name)) return undefined;
  return { name, properties: properties(rest, ','), data: unescaped(text.slice(end + 2), dataEscapes), version: 2 };
}

function parseOld(line: string, names: readonly string[]): RunnerCommand | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const { name, rest } = nameAndRest(line.slice(start + 3, end));
  if (!names.includes(name)) return undefined;
  return { name, properties: properties(rest, ';'), data: unescaped(line.slice(end + 1), dataEscapes), version: 1 };
}

function nameAndRest(info: string): { readonly name: string; readonly rest: string } {
  const blank = info.indexOf(' ');
  return blank < 0 ? { name: info, rest: '' } : { name: info.slice(0, blank), rest: info.slice(blank + 1).trim() };
}

function properties(text: string, separator: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text
      .split(separator)
      .filter((pair) => pair.includes('='))
      .map((pair) => {
        const equals = pair.indexOf('=');
        return [pair.slice(0, equals).trim(), unescaped(pair.slice(equals + 1), propertyEscapes)];
      }),
  );
}

const dataEscapes: readonly (readonly [string, string])[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const propertyEscapes: readonly (readonly [string, string])[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];

function unescaped(text: string, escapes: readonly (readonly [string, string])[]): string {
  return escapes.reduce((done, [escaped, meant]) => done.replaceAll(escaped, meant), text);
}

/** Reads a file of `name=value` and `name<<delimiter` entries, as GITHUB_OUTPUT and GITHUB_STATE hold them. */
export function readFileCommands(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2);
      const end = lines.indexOf(delimiter, at + 1);
      if (delimiter === '' || end < 0) throw new Error(`the runner refuses this file: no end of ${line}`);
      values[line.slice(0, heredoc)] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (equals > 0) {
      values[line.slice(0, equals)] = line.slice(equals + 1);
    } else {
      throw new Error(`the runner refuses this file: ${line}`);
    }
  }
  return values;
}
