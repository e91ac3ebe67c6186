import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { nearest } from '../nearest.ts';
import { UserError } from '../errors.ts';
import { presentationFlags, type PresentationFlag } from './commands.ts';
import { quoted } from './given.ts';

import { options, type Option } from './options.ts';

/** What was typed, word by word. */
export interface Typed {
  readonly flags: readonly TypedFlag[];
  /** `afterDashes`: behind `--`, where no word is a command. */
  readonly operands: readonly { readonly text: string; readonly afterDashes: boolean }[];
}

export interface TypedFlag {
  /** The long name without dashes. */
  readonly flag: string;
  /** As it was typed: `-p`, `--publish`. */
  readonly place: string;
  readonly text: string;
}

/** Sorts the words behind `sea-trial` into flags and operands. Throws a `UserError` for an unknown flag and for a missing value. */
export function readTokens(argv: readonly string[]): Typed {
  const config: ParseArgsOptionsConfig = {};
  for (const { flag, short, takes } of allFlags)
    if (flag !== undefined)
      config[flag] = { type: takes === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) };
  // Not strict: its messages name neither the nearest flag nor the place, and it refuses --run-options "--read-only".
  const { tokens } = parseArgs({
    args: [...argv],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags: TypedFlag[] = [];
  const operands: { text: string; afterDashes: boolean }[] = [];
  let afterDashes = false;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') afterDashes = true;
    else if (token.kind === 'positional') operands.push({ text: token.value, afterDashes });
    else flags.push(readFlag(token));
  }
  return { flags, operands };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function readFlag({ name, rawName, value, inlineValue }: OptionToken): TypedFlag {
  const known = allFlags.find(({ flag }) => flag === name);
  if (known === undefined) throw unknownFlag(name, rawName);
  if (known.takes === undefined) return { flag: name, place: rawName, text: value ?? 'true' };
  const example = `Write ${rawName} ${known.takes}.`;
  if (value === undefined) throw new UserError('the value is missing.', { place: rawName, hint: example });
  // `--publish --quiet` forgot a value; the options of docker run do begin with a dash.
  if (inlineValue !== true && /^-./.test(value) && name !== 'run-options')
    throw new UserError(`${quoted(value)} stands where the value belongs, and it looks like a flag.`, {
      place: rawName,
      hint: `${example} Where it is meant as the value: --${name}=${value}.`,
    });
  // docker takes `-p=8000:8000` too.
  const isShort = !rawName.startsWith('--');
  return { flag: name, place: rawName, text: isShort && inlineValue === true ? value.replace(/^=/, '') : value };
}

function unknownFlag(name: string, rawName: string): UserError {
  const input = options.find((option) => option.name === name);
  const near =
    input?.flag ??
    nearest(
      name,
      allFlags.flatMap(({ flag }) => flag ?? []),
    );
  return new UserError('no flag has this name.', {
    place: rawName,
    hint:
      near === undefined || name.length < 2
        ? 'All flags: sea-trial --help.'
        : `The nearest is --${near}. All flags: sea-trial --help.`,
  });
}

type Flag = Pick<Option, 'flag' | 'short' | 'takes'> | PresentationFlag;
const allFlags: readonly Flag[] = [...options.filter(({ flag }) => flag !== undefined), ...presentationFlags];
