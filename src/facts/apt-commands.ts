import type { Edit } from '../finding.ts';
import { programName } from '../servers/index.ts';
import { grammarOf, readArguments } from '../servers/options.ts';
import type { CommandWord, GivenOption } from '../servers/server.ts';
import { isAnswered, mayBeOptions } from './command-options.ts';
import type { Facts } from './facts.ts';
import type { RunCommand } from './run-shell.ts';

/** One call of apt-get, apt or aptitude in a RUN. */
export interface AptCommand {
  readonly command: RunCommand;
  readonly program: CommandWord;
  /** `install`, `update`. */
  readonly verb: CommandWord;
  /** Behind the verb: packages as written, with `=version`, `/release`, `+` and `-`. */
  readonly packages: readonly CommandWord[];
  readonly options: readonly GivenOption[];
  /** It asks nothing: `-y`, `-qq`, an option of apt's configuration, or a simulation. */
  readonly asksNothing: boolean;
  /** Its standard input is a pipe or a file, so that a program may answer: `yes | apt-get install`. */
  readonly isAnswered: boolean;
  /** It is called through sudo. */
  readonly sudo: boolean;
  /** What the packages only recommend is installed too. */
  readonly takesRecommended: boolean;
  /** A variable stands where options may hide. */
  readonly open: boolean;
}

const grammar = grammarOf({
  values: [
    ['--option', '-o'],
    ['--config-file', '-c'],
    ['--target-release', '-t', '--default-release'],
    ['--host-architecture', '-a'],
    ['--build-profiles', '-P'],
  ],
  flags: [
    ['--yes', '-y', '--assume-yes'],
    ['--quiet', '-q'],
    ['--simulate', '-s', '--just-print', '--dry-run', '--recon', '--no-act'],
    ['--no-install-recommends', '-R', '--without-recommends'],
    ['--install-recommends', '-r', '--with-recommends'],
    ['--print-uris'],
  ],
  abbreviations: false,
});

/** What apt was told once for all its calls, in a configuration file that the Dockerfile writes. */
export interface AptConfiguration {
  readonly asksNothing: boolean;
  readonly noRecommended: boolean;
}

export function aptConfiguration({ dockerfile }: Pick<Facts, 'dockerfile'>): AptConfiguration {
  return {
    asksNothing: /APT::Get::Assume-Yes\s+\\?["']?(?:true|yes|1|on)/i.test(dockerfile.text),
    noRecommended: /APT::Install-Recommends\s+\\?["']?(?:false|no|0|off)/i.test(dockerfile.text),
  };
}

/** The programs whose calls these are. */
export const aptPrograms = ['apt-get', 'apt', 'aptitude'];

/** Those of a RUN, in order. */
export function aptCommandsIn(commands: readonly RunCommand[], configured: AptConfiguration): readonly AptCommand[] {
  return commands.flatMap((command, index) => aptCommandOf(command, commands[index - 1], configured) ?? []);
}

export function isInstall({ verb }: AptCommand): boolean {
  return verb.text === 'install' || verb.text === 'build-dep' || verb.text === 'reinstall';
}

export function isUpdate({ verb }: AptCommand): boolean {
  return verb.text === 'update';
}

function aptCommandOf(
  command: RunCommand,
  previous: RunCommand | undefined,
  configured: AptConfiguration,
): AptCommand | undefined {
  const [program, ...words] = command.words;
  if (program === undefined || !/^(?:apt-get|apt|aptitude)$/.test(programName(program.text))) return undefined;
  const { options, positionals } = readArguments(words, grammar);
  const [verb, ...packages] = positionals.filter((word) => !mayBeOptions(word));
  if (verb === undefined) return undefined;
  const open = positionals.some(mayBeOptions);
  const given = (...names: readonly string[]): boolean => options.some(({ name }) => names.includes(name));
  return {
    command,
    program,
    verb,
    packages,
    options,
    open,
    asksNothing:
      open ||
      configured.asksNothing ||
      given('--yes', '--simulate', '--print-uris') ||
      quietness(words, options) >= 2 ||
      setting(options, 'apt::get::assume-yes') === true,
    isAnswered: isAnswered(command, previous),
    sudo: command.shell?.words[0]?.value === 'sudo',
    takesRecommended: recommended(options, configured) && !open,
  };
}

/** Two levels of quiet, or `-q=2`, imply yes: apt-get(8). */
function quietness(words: readonly CommandWord[], options: readonly GivenOption[]): number {
  const written = words.flatMap(({ text }) => /^-(?:q|-quiet)=(?<level>\d+)$/.exec(text)?.groups?.['level'] ?? []);
  return Math.max(options.filter(({ name }) => name === '--quiet').length, ...written.map(Number));
}

function recommended(options: readonly GivenOption[], configured: AptConfiguration): boolean {
  const last = options.findLast(({ name }) => name === '--no-install-recommends' || name === '--install-recommends');
  if (last !== undefined) return (last.name === '--install-recommends') !== (last.value?.text === 'false');
  return setting(options, 'apt::install-recommends') ?? !configured.noRecommended;
}

/** The value of `-o Name=true`. */
function setting(options: readonly GivenOption[], name: string): boolean | undefined {
  const values = options.flatMap((option) => {
    const [, key = '', value = ''] = /^([^=\s]+)[=\s]\s*["']?(.*?)["']?$/.exec(option.value?.text ?? '') ?? [];
    return option.name === '--option' && key.toLowerCase() === name ? [value.toLowerCase()] : [];
  });
  const last = values.at(-1);
  return last === undefined ? undefined : ['true', 'yes', '1', 'on', 'with', 'enable'].includes(last);
}

/** `apt-get update` in front of a command; undefined where no shell reads the text, or where what stands before it would be lost. */
export function updateBefore({ command, program, sudo }: AptCommand): Edit | undefined {
  if (command.shell === undefined || command.shell.negated || command.isBehindPipe === true) return undefined;
  const { path, line, column } = command.location;
  const location = { path, line, column, endLine: line, endColumn: column };
  return { location, text: `${sudo ? 'sudo ' : ''}${program.text} update && ` };
}
