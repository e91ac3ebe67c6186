import * as v from 'valibot';
import { options, type NamedOption, type Option, type OptionName } from './options.ts';

/** What the workflow decides alone: a file that a pull request may change must not. A secret in a file of the repository is none. */
const ofWorkflow: ReadonlySet<OptionName> = new Set([
  'mode',
  'config',
  'github-token',
  'reports',
  'allow-untrusted-build',
  'secrets',
  // Nor does whoever tries a release in a terminal want to make it.
  'push',
]);
/** What concerns all trials of a run together. */
const ofRun: ReadonlySet<OptionName> = new Set([
  'only-new',
  'only-affected',
  'comment',
  'suggestions',
  'jobs',
  'report-file',
  'html-file',
  'sarif-file',
  'observation-file',
]);
/** The key of a trial is its name. */
const ofTrialAlone: ReadonlySet<OptionName> = new Set(['name']);

const inFile = options.filter(({ name, kind }) => kind !== 'ignored' && !ofWorkflow.has(name));

/** The keys of `defaults`. */
export const defaultsOptions: readonly NamedOption[] = inFile.filter(({ name }) => !ofTrialAlone.has(name));

/** The keys of a trial. */
export const trialOptions: readonly NamedOption[] = defaultsOptions.filter(({ name }) => !ofRun.has(name));

/** Whether its values are `NAME=VALUE`, which YAML says as a mapping too. */
function isAssignment({ takes }: Option): boolean {
  return takes !== undefined && /^\w+=\w+$/.test(takes);
}

const scalar = v.union([v.string(), v.number(), v.boolean()]);

function valueOf(option: Option): v.GenericSchema {
  if (option.choices !== undefined) return v.picklist(option.choices);
  switch (option.kind) {
    case 'boolean':
      return v.boolean();
    case 'lines':
    case 'csv':
    case 'csv-lines': {
      const texts = v.union([scalar, v.array(scalar)]);
      return isAssignment(option) ? v.union([...texts.options, v.record(v.string(), v.nullable(scalar))]) : texts;
    }
    case 'text':
    case 'words':
    case 'duration':
    case 'ignored':
      return scalar;
  }
}

/** A mapping of settings, each under the name of its input. */
export function settingsSchema(allowed: readonly NamedOption[]): v.GenericSchema<Readonly<Record<string, unknown>>> {
  return v.object(
    Object.fromEntries(
      allowed.map((option) => [option.name, v.nullish(v.pipe(valueOf(option), v.description(option.sentence)))]),
    ),
  );
}
