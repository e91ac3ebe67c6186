import * as v from 'valibot';
import { UserError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import { isRecord, readBySchema, unknownKeys } from './config-schema.ts';
import { defaultsOptions, settingsSchema, trialOptions } from './file-options.ts';
import { quoted, type Given, type Placed } from './given.ts';
import { valuesOf } from './inputs.ts';
import type { NamedOption, OptionName } from './options.ts';
import { rebased } from './rebased.ts';
import type { YamlFile } from './yaml-file.ts';

/** The trials of a repository, as its `.sea-trial.yml` names them. Paths in it are as seen from the working directory. */
export interface NamedTrials {
  /** The file, as a sentence calls it. */
  readonly file: string;
  /** Absolute. */
  readonly folder: string;
  /** What holds for each of them, and for a run as a whole. */
  readonly defaults: Given;
  readonly trials: ReadonlyMap<string, Given>;
}

/** The two keys of `.sea-trial.yml` that say what is tried, and how. */
export const namedTrialsEntries = {
  defaults: v.nullish(
    v.pipe(settingsSchema(defaultsOptions), v.description('Settings of every trial, under the names of the inputs.')),
  ),
  trials: v.nullish(
    v.pipe(
      v.record(v.string(), v.nullish(settingsSchema(trialOptions))),
      v.description('The trials of this repository by their names, each with its own settings.'),
    ),
  ),
};

/** Where the file holds settings: valibot takes a list for a mapping, so these are looked at before. */
export function settingsMappings({ data }: YamlFile): readonly (readonly string[])[] {
  const trials = isRecord(data) ? data['trials'] : undefined;
  return [['defaults'], ['trials'], ...Object.keys(isRecord(trials) ? trials : {}).map((name) => ['trials', name])];
}

/** Keys of those mappings that mean nothing, told with their places. */
export function unknownSettings(file: YamlFile): readonly string[] {
  return settingsMappings(file).flatMap((at) => {
    if (at.length === 1 && at[0] === 'trials') return [];
    const known = at[0] === 'defaults' ? defaultsOptions : trialOptions;
    return unknownKeys(
      file,
      at,
      known.map(({ name }) => name),
    );
  });
}

/** Reads both keys. Throws a `UserError` at the place of a value that is none. */
export function readNamedTrials(
  file: YamlFile,
  folder: string,
  { workingDirectory }: Pick<Ports, 'workingDirectory'>,
): NamedTrials {
  refuseNoNames(file);
  const { defaults, trials } = readBySchema(v.object(namedTrialsEntries), file, settingsMappings(file));
  const read = (at: readonly string[], mapping: unknown, allowed: readonly NamedOption[]): Given => {
    const placed = (value: unknown, steps: readonly (string | number)[]): Placed => ({
      text: file.sourceOf([...at, ...steps]) ?? String(value),
      place: file.placeOf([...at, ...steps], 'value'),
    });
    return rebased(givenBy(isRecord(mapping) ? mapping : {}, allowed, placed), { from: folder, to: workingDirectory });
  };
  return {
    file: file.name,
    folder,
    defaults: read(['defaults'], defaults, defaultsOptions),
    trials: new Map(
      Object.entries(trials ?? {}).map(([name, mapping]) => [name, read(['trials', name], mapping, trialOptions)]),
    ),
  };
}

/** The reader of mappings passes over names that JavaScript's own objects have: a trial of theirs would be left out, and not be missed. */
function refuseNoNames(file: YamlFile): void {
  const trials = isRecord(file.data) ? file.data['trials'] : undefined;
  for (const name of Object.keys(isRecord(trials) ? trials : {})) {
    if (name.trim() === name && !/^(?:|__proto__|prototype|constructor)$/.test(name)) continue;
    throw new UserError(`${quoted(name)} is no name of a trial.`, {
      place: file.placeOf(['trials', name], 'key'),
      hint: 'Choose another one.',
    });
  }
}

type Placing = (value: unknown, steps: readonly (string | number)[]) => Placed;

function givenBy(mapping: Readonly<Record<string, unknown>>, allowed: readonly NamedOption[], placed: Placing): Given {
  const given = new Map<OptionName, readonly Placed[]>();
  for (const option of allowed) {
    const value = mapping[option.name];
    // An empty text or list is a setting too: it takes the place of what `defaults` say.
    if (value !== undefined && value !== null) given.set(option.name, valuesIn(value, option, placed));
  }
  return given;
}

/** A text is read as the input would be; the items of a list are taken one by one, as repeated flags are. */
function valuesIn(value: unknown, option: NamedOption, placed: Placing): readonly Placed[] {
  const { name } = option;
  if (Array.isArray(value)) return value.map((item, index) => placed(item, [name, index]));
  if (isRecord(value))
    return Object.entries(value).map(([variable, each]) => {
      const { text, place } = placed(each ?? '', [name, variable]);
      return { text: each === null ? variable : `${variable}=${text}`, place };
    });
  const whole = placed(value, [name]);
  if (whole.text.trim() === '') return [];
  return valuesOf(option, whole).map((text) => ({ text, place: whole.place }));
}
