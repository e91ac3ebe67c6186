import { UserError } from '../errors.ts';
import { optionNamed, type OptionName } from './options.ts';

/** A text that somebody wrote, and where: `input publish`, `--publish`. */
export interface Placed {
  readonly text: string;
  readonly place: string;
}

/**
 * What was given, by option, before anything is made of it. Inputs and flags both become this; a further source of settings
 * is one more of these, laid under it option by option.
 */
export type Given = ReadonlyMap<OptionName, readonly Placed[]>;

/** Every value of a list. */
export function many(given: Given, name: OptionName): readonly Placed[] {
  return given.get(name) ?? [];
}

/** The value of an option that takes one; of several flags the last counts, as docker has it. */
export function one(given: Given, name: OptionName): Placed | undefined {
  const option = optionNamed(name);
  const value = given.get(name)?.at(-1);
  if (value !== undefined && /[\r\n]/.test(value.text))
    throw new UserError('the value holds a line break, and this takes a single value.', {
      place: value.place,
      hint: 'Write it on one line.',
    });
  return value ?? (option.default === undefined ? undefined : { text: option.default, place: `default of ${name}` });
}

/** A value that docker would take for a flag of its own is refused: it stands where no flag may stand. */
export function positional(value: Placed): Placed {
  if (value.text.startsWith('-'))
    throw new UserError(`${quoted(value.text)} begins with a dash, so docker would take it for one of its own flags.`, {
      place: value.place,
      hint: `Write ./${value.text} where a path is meant.`,
    });
  return value;
}

export function choice<const Choice extends string>(
  given: Given,
  name: OptionName,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const value = one(given, name) ?? { text: choices[0], place: '' };
  const found = choices.find((each) => each === value.text);
  if (found === undefined)
    throw new UserError(`${quoted(value.text)} is not among ${listed(choices)}.`, {
      place: value.place,
      hint: 'Choose one of them.',
    });
  return found;
}

/** YAML's own words for a boolean (its 1.2 core schema), which are those that GitHub's actions take. */
export function truth(given: Given, name: OptionName): boolean {
  const value = one(given, name) ?? { text: 'false', place: '' };
  if (/^(?:true|True|TRUE)$/.test(value.text)) return true;
  if (/^(?:false|False|FALSE)$/.test(value.text)) return false;
  throw new UserError(`${quoted(value.text)} is neither true nor false.`, {
    place: value.place,
    hint: 'Write true or false.',
  });
}

export function quoted(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
