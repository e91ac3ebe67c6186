import * as v from 'valibot';
import { labelTypes } from '../rules/rule-settings.ts';
import { isRecord, readBySchema, unknownKeys } from './config-schema.ts';
import { unknownChecks } from './config-names.ts';
import type { ConfigurationPart } from './configuration.ts';
import { namedTrialsEntries, settingsMappings, unknownSettings } from './named-trials.ts';
import { failOnChoices } from './options.ts';
import type { YamlFile } from './yaml-file.ts';

const paths = v.pipe(
  v.array(v.string()),
  v.description('Dockerfiles that this is for, in the patterns of .dockerignore, from the folder of this file on.'),
);
const severity = v.picklist(['error', 'warning', 'notice', 'off']);
const ruleEntry = v.object({ severity, paths: v.optional(paths) });
const ignoreEntry = v.object({ check: v.string(), reason: v.optional(v.string()), paths: v.optional(paths) });

/** `.sea-trial.yml`. Each key has a meaning today; unknown ones are told, and stop nothing. */
export const seaTrialSchema = v.object({
  rules: v.optional(
    v.pipe(
      v.record(v.string(), v.union([severity, ruleEntry])),
      v.description("Severities by id of a check, or by hadolint's or BuildKit's name of it; `off` switches it off."),
    ),
  ),
  ignore: v.optional(
    v.pipe(
      v.array(v.union([v.string(), ignoreEntry])),
      v.description('Checks whose findings are left out, and why; they are counted as ignored.'),
    ),
  ),
  'trusted-registries': v.optional(
    v.pipe(v.array(v.string()), v.description('Registries that base images may come from, such as docker.io.')),
  ),
  'label-schema': v.optional(
    v.pipe(
      v.record(v.string(), v.picklist(labelTypes)),
      v.description('Labels that an image must have, and what their values must be.'),
    ),
  ),
  'strict-labels': v.optional(v.pipe(v.boolean(), v.description('Other labels than those of the schema are told.'))),
  'require-reason': v.optional(v.pipe(v.boolean(), v.description('What ignores a finding has to say why.'))),
  'inline-ignores': v.optional(
    v.pipe(v.boolean(), v.description('`false`: comments in the Dockerfile silence nothing.')),
  ),
  'fail-on': v.optional(v.pipe(v.picklist(failOnChoices), v.description('The mildest finding that fails the check.'))),
  ...namedTrialsEntries,
});

export async function seaTrialPart(file: YamlFile, folder: string): Promise<ConfigurationPart> {
  const read = readBySchema(seaTrialSchema, file, [['rules'], ['label-schema'], ...settingsMappings(file)]);
  const rules = Object.entries(read.rules ?? {});
  const ignore = (read.ignore ?? []).map((entry) => (typeof entry === 'string' ? { check: entry } : entry));
  const trusted = read['trusted-registries'];
  const labels = read['label-schema'];
  const strictLabels = read['strict-labels'];
  const requireReason = read['require-reason'];
  const inlineIgnores = read['inline-ignores'];
  const failOn = read['fail-on'];
  const { rules: ruleNodes, ignore: ignoreNodes } = isRecord(file.data) ? file.data : {};
  return {
    name: file.name,
    folder,
    severities: rules.map(([check, entry]) => ({
      check,
      ...(typeof entry === 'string' ? { severity: entry } : kept(entry)),
    })),
    ignore: ignore.map((entry, index) => ({
      ...kept(entry),
      reason: entry.reason ?? `by ${file.placeOf(['ignore', index], 'value')}`,
      place: placeOfIgnored(file, index),
    })),
    ...(trusted === undefined ? {} : { trustedRegistries: trusted }),
    ...(labels === undefined ? {} : { labelSchema: new Map(Object.entries(labels)) }),
    ...(strictLabels === undefined ? {} : { strictLabels }),
    ...(requireReason === undefined ? {} : { requireReason }),
    ...(inlineIgnores === undefined ? {} : { inlineIgnores }),
    ...(failOn === undefined ? {} : { failOn }),
    notes: [
      ...unknownKeys(file, [], Object.keys(seaTrialSchema.entries)),
      ...unknownSettings(file),
      ...keysOf(ruleNodes).flatMap((key) => unknownKeys(file, ['rules', key], Object.keys(ruleEntry.entries))),
      ...keysOf(ignoreNodes).flatMap((key) => unknownKeys(file, ['ignore', key], Object.keys(ignoreEntry.entries))),
      ...(await unknownChecks([
        ...rules.map(([check]) => ({ text: check, place: file.placeOf(['rules', check], 'key') })),
        ...ignore.map(({ check }, index) => ({ text: check, place: placeOfIgnored(file, index) })),
      ])),
      ...(requireReason === true
        ? ignore.flatMap(({ check, reason }, index) =>
            (reason ?? '') === ''
              ? [`${placeOfIgnored(file, index)}: \`${check}\` is ignored without a reason. Write it as \`reason:\`.`]
              : [],
          )
        : []),
    ],
  };
}

/** Leaves out what is undefined. */
function kept<Entry extends { readonly paths?: readonly string[] | undefined }>(
  entry: Entry,
): Omit<Entry, 'paths'> & { readonly paths?: readonly string[] } {
  const { paths: given, ...rest } = entry;
  return given === undefined ? rest : { ...rest, paths: given };
}

function keysOf(value: unknown): readonly (string | number)[] {
  if (Array.isArray(value)) return [...value.keys()];
  return isRecord(value) ? Object.keys(value) : [];
}

function placeOfIgnored(file: YamlFile, index: number): string {
  return file.placeOf(['ignore', index, 'check'], 'value');
}
