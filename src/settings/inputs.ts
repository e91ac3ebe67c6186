import { csvFields, csvLines } from './csv.ts';
import type { Given, Placed } from './given.ts';
import { options, type Option, type OptionName } from './options.ts';

/** The inputs as the runner hands them over: `INPUT_BUILD-ARGS`. An empty one is not given. */
export function givenByInputs(environment: Readonly<Record<string, string | undefined>>): Given {
  const given = new Map<OptionName, readonly Placed[]>();
  for (const option of options) {
    const text = environment[`INPUT_${option.name.toUpperCase()}`] ?? '';
    const place = `input ${option.name}`;
    const values = text.trim() === '' ? [] : valuesOf(option, { text, place });
    if (values.length > 0)
      given.set(
        option.name,
        values.map((value) => ({ text: value, place })),
      );
  }
  return given;
}

/** The values of an option in one text. */
export function valuesOf(option: Option, input: Placed): readonly string[] {
  switch (option.kind) {
    case 'text':
    case 'words':
    case 'boolean':
    case 'duration':
    case 'ignored':
      return [input.text.trim()];
    case 'lines':
      return input.text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    case 'csv':
      return csvFields(input)
        .map((field) => field.trim())
        .filter((field) => field !== '');
    case 'csv-lines':
      // White space at the end of a secret belongs to it: a key file ends with a line break.
      return option.secret === true
        ? csvLines(input)
            .filter((line) => line.trim() !== '')
            .map((line) => line.trimStart())
        : csvLines(input)
            .map((line) => line.trim())
            .filter((line) => line !== '');
  }
}
