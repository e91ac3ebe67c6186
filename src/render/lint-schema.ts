import * as v from 'valibot';
import { findingSchema, ignoredSchema } from './finding-schema.ts';

/** The JSON of `sea-trial lint`. */
export const lintSchema = v.strictObject({
  version: v.literal(1),
  files: v.array(
    v.union([
      v.strictObject({
        path: v.string(),
        findings: v.array(findingSchema),
        ignored: v.array(ignoredSchema),
        fixed: v.optional(v.array(findingSchema)),
      }),
      v.strictObject({ path: v.string(), error: v.string() }),
    ]),
  ),
});
