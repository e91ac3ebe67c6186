import type { EnvironmentValue, GivenOption, Piece, Setting, SettingSource, Surroundings } from './server.ts';

/** Where a setting may come from, in falling order: the command line, then the environment. */
export interface Origin {
  readonly option: GivenOption | undefined;
  readonly variables: readonly string[];
  readonly surroundings: Surroundings;
  /** The command line may hold further options. */
  readonly open: boolean;
}

export function textSetting(origin: Origin, byDefault: string): Setting<string> {
  return setting(origin, byDefault, (text) => text);
}

/** A number that is not one, such as `--port abc`, is not judged here: the run says it best. */
export function numberSetting(origin: Origin, byDefault: number): Setting<number> {
  return setting(origin, byDefault, wholeNumber);
}

/** Of a flag: `--reload`, and its opposite `--no-reload`. */
export function flagSetting(origin: Origin, byDefault: boolean): Setting<boolean> {
  const { option } = origin;
  if (option !== undefined && option.value === undefined) {
    return { kind: 'given', value: !option.name.startsWith('--no-'), source: optionSource(option) };
  }
  return setting(origin, byDefault, truth);
}

/** Undefined too where there are more digits than a number keeps: `1e+21` is nothing to write into a Dockerfile. */
export function wholeNumber(text: string): number | undefined {
  const number = /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
  return Number.isSafeInteger(number) ? number : undefined;
}

export function sourceOf(by: SettingSource['by'], name: string, piece: Piece): SettingSource {
  return { by, name, location: piece.location, literal: piece.literal };
}

/** Of an option without a value: the words that it is made of. */
export function optionSource(option: GivenOption): SettingSource {
  const first = option.words[0];
  if (first === undefined) throw new TypeError('an option is made of at least one word');
  return { by: 'option', name: option.name, location: first.whole, literal: false };
}

function setting<Value>(origin: Origin, byDefault: Value, parse: (text: string) => Value | undefined): Setting<Value> {
  const { option } = origin;
  if (option !== undefined) {
    return option.value === undefined
      ? { kind: 'unknown', source: optionSource(option) }
      : parsed(option.value, sourceOf('option', option.name, option.value), parse);
  }
  if (origin.open) return { kind: 'unknown' };
  const variable = firstVariable(origin);
  if (variable === undefined) return { kind: 'default', value: byDefault };
  return parsed(variable.value, sourceOf('environment', variable.name, variable.value), parse);
}

function parsed<Value>(
  piece: Piece,
  source: SettingSource,
  parse: (text: string) => Value | undefined,
): Setting<Value> {
  const value = piece.known ? parse(piece.text) : undefined;
  return value === undefined ? { kind: 'unknown', source } : { kind: 'given', value, source };
}

/** An empty variable counts as not set, for click as for these servers. */
function firstVariable(origin: Origin): { readonly name: string; readonly value: EnvironmentValue } | undefined {
  for (const name of origin.variables) {
    const value = origin.surroundings.environment(name);
    if (value !== undefined && !(value.known && value.text === '')) return { name, value };
  }
  return undefined;
}

/** The words that click takes for true and false. */
export function truth(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (['1', 'true', 't', 'yes', 'y', 'on'].includes(word)) return true;
  return ['0', 'false', 'f', 'no', 'n', 'off'].includes(word) ? false : undefined;
}
