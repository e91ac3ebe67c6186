import { UserError } from '../errors.ts';
import {
  colorChoices,
  commands,
  type Command,
  type CommandName,
  type Format,
  presentationFlags,
  shellcheckChoices,
  type PresentationFlag,
} from './commands.ts';
import { quoted, type Placed } from './given.ts';
import { helpText } from './help.ts';
import { options, type Option, type OptionName } from './options.ts';
import { settingsFrom, type Environment, type Settings } from './settings.ts';
import { readTokens, type TypedFlag } from './tokens.ts';

/** How the result is shown in a terminal. */
export interface Presentation {
  readonly format: Format;
  /** Undefined: standard output. */
  readonly outputFile: string | undefined;
  readonly quiet: boolean;
  readonly color: (typeof colorChoices)[number];
  /** Which fixes `lint` applies to the files. */
  readonly fix: 'none' | 'safe' | 'unsafe';
  /** The fixes are only shown, as a unified diff. */
  readonly diff: boolean;
  /** Whether `lint` starts shellcheck where it is there. */
  readonly shellcheck: (typeof shellcheckChoices)[number];
  /** Whether `lint` asks the engine for BuildKit's checks. */
  readonly buildkit: boolean;
  /** The recorded observation that `report` replays. */
  readonly observationFile: string | undefined;
  /** The page of a trial is opened in a browser. */
  readonly open: boolean;
  /** What `init` would write is only shown. */
  readonly dryRun: boolean;
  /** The application for which `init` writes a Dockerfile. */
  readonly app: string | undefined;
}

/** What was typed behind `sea-trial`, read and checked. */
export type Invocation =
  | { readonly command: 'version' }
  | { readonly command: 'help'; readonly text: string }
  | {
      readonly command: CommandName;
      /** Files of `lint` and `parse`, the check of `explain`. The contexts of `trial` are in its settings. */
      readonly operands: readonly string[];
      readonly settings: Settings;
      readonly presentation: Presentation;
    };

/** Reads the words behind `sea-trial`. Throws a `UserError` that names the flag. */
export function settingsFromArguments(argv: readonly string[], environment: Environment): Invocation {
  const typed = readTokens(argv);
  const word = typed.operands[0];
  const named = word?.afterDashes === false ? commands.find(({ name }) => name === word.text) : undefined;
  const command = named ?? commands[0];
  const operands = (named === undefined ? typed.operands : typed.operands.slice(1)).map(({ text }) => text);
  if (typed.flags.some(({ flag }) => flag === 'help')) return { command: 'help', text: helpText(named) };
  if (typed.flags.some(({ flag }) => flag === 'version')) return { command: 'version' };
  const given = new Map<OptionName, Placed[]>();
  for (const { flag, place, text } of typed.flags) {
    const option = options.find((each) => each.flag === flag);
    if (option === undefined) continue;
    refuseForeign(option, command, place);
    if (text !== '') given.set(option.name, [...(given.get(option.name) ?? []), { text, place }]);
  }
  const isTrial = command.name === 'trial';
  if (command.name === 'lint') given.set('mode', [{ text: 'lint', place: 'sea-trial lint' }]);
  if (isTrial && operands.length > 0)
    given.set('context', [
      ...(given.get('context') ?? []),
      ...operands.map((text) => ({ text, place: 'sea-trial trial' })),
    ]);
  checkOperands(command, operands);
  return {
    command: command.name,
    operands: isTrial ? [] : operands,
    settings: settingsFrom(given, environment),
    presentation: readPresentation(typed.flags, command),
  };
}

function refuseForeign(option: Option, command: Command, place: string): void {
  if (command.settings === 'all' || (command.settings === 'lint' && option.lint === true)) return;
  throw new UserError(`sea-trial ${command.name} has no such flag: it belongs to a whole trial.`, {
    place,
    hint: `Leave it out. The flags it takes: sea-trial ${command.name} --help.`,
  });
}

function checkOperands(command: Command, operands: readonly string[]): void {
  const place = `sea-trial ${command.name}`;
  const superfluous = operands[command.most];
  if (superfluous !== undefined)
    throw new UserError(`${quoted(superfluous)} is one word too many.`, {
      place,
      hint: `Write sea-trial ${[command.name, command.operands].join(' ').trim()}.`,
    });
  if (operands.length < command.fewest)
    throw new UserError(`the ${command.operands} is missing.`, {
      place,
      hint: `Write sea-trial ${command.name} ${command.operands}.`,
    });
}

function readPresentation(flags: readonly TypedFlag[], command: Command): Presentation {
  for (const { flag, place } of flags) {
    const only = presentationFlags.find((each) => each.flag === flag)?.only;
    if (only !== undefined && only !== command.name)
      throw new UserError(`sea-trial ${command.name} has no such flag: it belongs to ${only}.`, {
        place,
        hint: `Write sea-trial ${only} ${place}.`,
      });
  }
  const last = (name: PresentationFlag['flag']): TypedFlag | undefined =>
    flags.findLast(({ flag, text }) => flag === name && text !== '');
  const isSet = (name: PresentationFlag['flag']): boolean => isOn(flags.findLast(({ flag }) => flag === name));
  return {
    format: among(last('format'), command.formats),
    outputFile: last('output')?.text,
    quiet: isSet('quiet'),
    color: among(last('color'), colorChoices),
    fix: isSet('fix-unsafe') ? 'unsafe' : isSet('fix') || isSet('diff') ? 'safe' : 'none',
    diff: isSet('diff'),
    shellcheck: among(last('shellcheck'), shellcheckChoices),
    buildkit: isSet('buildkit'),
    observationFile: last('observation')?.text,
    open: isSet('open'),
    dryRun: isSet('dry-run'),
    app: last('app')?.text,
  };
}

function isOn(typed: TypedFlag | undefined): boolean {
  if (typed === undefined || typed.text === 'false') return false;
  if (typed.text === 'true') return true;
  throw new UserError(`${quoted(typed.text)} is neither true nor false.`, {
    place: typed.place,
    hint: 'Write true or false.',
  });
}

/** The first choice is the default. */
function among<Choice extends string>(typed: TypedFlag | undefined, choices: readonly [Choice, ...Choice[]]): Choice {
  if (typed === undefined) return choices[0];
  const found = choices.find((each) => each === typed.text);
  if (found !== undefined) return found;
  throw new UserError(`${quoted(typed.text)} is not among ${choices.join(', ')}.`, {
    place: typed.place,
    hint: 'Choose one of them.',
  });
}
