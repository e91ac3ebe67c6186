import * as v from 'valibot';
import { labelTypes } from '../rules/rule-settings.ts';
import { readBySchema, unknownKeys } from './config-schema.ts';
import { unknownChecks } from './config-names.ts';
import type { ConfigurationPart } from './configuration.ts';
import { failOnOfThreshold, hadolintSeverities } from './hadolint-words.ts';
import type { YamlFile } from './yaml-file.ts';

const checks = v.optional(v.nullable(v.array(v.string())));
const override = v.object({ error: checks, warning: checks, info: checks, style: checks });

/** `.hadolint.yaml`, as hadolint 2 documents it; older versions wrote `trusted-registries`. */
const schema = v.object({
  ignored: checks,
  override: v.optional(override),
  trustedRegistries: checks,
  'trusted-registries': checks,
  'label-schema': v.optional(v.record(v.string(), v.nullable(v.picklist(labelTypes)))),
  'strict-labels': v.optional(v.boolean()),
  'disable-ignore-pragma': v.optional(v.boolean()),
  'no-fail': v.optional(v.boolean()),
  'failure-threshold': v.optional(v.picklist(['error', 'warning', 'info', 'style', 'ignore', 'none'])),
  // Of hadolint's own output, and of no meaning here.
  format: v.optional(v.unknown()),
  'output-format': v.optional(v.unknown()),
  'no-color': v.optional(v.unknown()),
  verbose: v.optional(v.unknown()),
});

export async function hadolintPart(file: YamlFile, folder: string): Promise<ConfigurationPart> {
  const read = readBySchema(schema, file, [['override'], ['label-schema']]);
  const ignored = read.ignored ?? [];
  const trusted = read.trustedRegistries ?? read['trusted-registries'];
  const labels = read['label-schema'];
  const strictLabels = read['strict-labels'];
  const threshold = read['failure-threshold'];
  const failOn =
    read['no-fail'] === true ? 'never' : threshold === undefined ? undefined : failOnOfThreshold(threshold);
  return {
    name: file.name,
    folder,
    severities: hadolintSeverities.flatMap(([word, severity]) =>
      (read.override?.[word] ?? []).map((check) => ({ check, severity })),
    ),
    ignore: ignored.map((check, index) => ({ check, reason: `by ${file.placeOf(['ignored', index], 'value')}` })),
    ...(trusted === undefined || trusted === null ? {} : { trustedRegistries: trusted }),
    ...(labels === undefined
      ? {}
      : { labelSchema: new Map(Object.entries(labels).map(([label, type]) => [label, type ?? 'text'])) }),
    ...(strictLabels === undefined ? {} : { strictLabels }),
    ...(read['disable-ignore-pragma'] === true ? { inlineIgnores: false } : {}),
    ...(failOn === undefined ? {} : { failOn }),
    notes: [
      ...(['format', 'output-format'] as const).flatMap((key) =>
        read[key] === undefined
          ? []
          : [`${file.placeOf([key], 'key')}: \`${key}\` is not taken over. Write \`--format\` on the command line.`],
      ),
      ...unknownKeys(file, [], Object.keys(schema.entries)),
      ...unknownKeys(file, ['override'], Object.keys(override.entries)),
      ...(await unknownChecks([
        ...ignored.map((text, index) => ({ text, place: file.placeOf(['ignored', index], 'value') })),
        ...hadolintSeverities.flatMap(([word]) =>
          (read.override?.[word] ?? []).map((text, index) => ({
            text,
            place: file.placeOf(['override', word, index], 'value'),
          })),
        ),
      ])),
    ],
  };
}
