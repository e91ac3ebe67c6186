import { toJsonSchema } from '@valibot/to-json-schema';
import { lintSchema } from '../render/lint-schema.ts';
import { observationSchema } from '../render/observation-schema.ts';
import { reportSchema } from '../render/report-schema.ts';
import { seaTrialSchema } from '../settings/sea-trial-file.ts';

/** The published schemas of what programs read, by path. They are made of the very schemas that tests hold real output against. */
export function jsonSchemas(): readonly (readonly [string, string])[] {
  return [
    ['schema/report.json', written('A trial’s report: report.json, and `sea-trial --format json`', reportSchema)],
    ['schema/sea-trial-yml.json', closed('The configuration file: .sea-trial.yml', seaTrialSchema)],
    ['schema/observation.json', written('What was seen of one trial: `--observation-file`', observationSchema)],
    ['schema/lint.json', written('What `sea-trial lint --format json` prints', lintSchema)],
  ];
}

function written(title: string, schema: Parameters<typeof toJsonSchema>[0]): string {
  return `${JSON.stringify({ ...toJsonSchema(schema), title }, undefined, 2)}\n`;
}

/** An editor tells keys that mean nothing, as the reader of the file does; what programs read may get more keys. */
function closed(title: string, schema: Parameters<typeof toJsonSchema>[0]): string {
  const told = toJsonSchema(schema, {
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === 'object' ? { ...jsonSchema, additionalProperties: false } : undefined,
  });
  return `${JSON.stringify({ ...told, title }, undefined, 2)}\n`;
}
