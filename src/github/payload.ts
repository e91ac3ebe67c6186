import * as v from 'valibot';

/**
 * The parts of a webhook's payload that are read. Each is absent where the event has none or where it has not the
 * shape that GitHub documents, for a part that cannot be read must not hide the others.
 */
export type Payload = v.InferOutput<typeof payloadSchema>;

export function parsePayload(json: unknown): Payload {
  return v.parse(payloadSchema, json);
}

/** Absent, null and wrongly shaped are one and the same here: undefined. */
function maybe<const Schema extends v.GenericSchema>(schema: Schema) {
  return v.optional(
    v.pipe(
      v.fallback(v.nullable(schema), null),
      v.transform((value) => value ?? undefined),
    ),
  );
}

const number = maybe(v.pipe(v.number(), v.safeInteger(), v.minValue(1)));
const sha = maybe(v.pipe(v.string(), v.regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/)));
const repository = maybe(v.object({ full_name: maybe(v.string()), default_branch: maybe(v.string()) }));

const payloadSchema = v.fallback(
  v.object({
    action: maybe(v.string()),
    before: sha,
    repository,
    pull_request: maybe(
      v.object({
        number,
        head: maybe(v.object({ sha, ref: maybe(v.string()), repo: repository })),
        base: maybe(v.object({ sha, ref: maybe(v.string()), repo: repository })),
      }),
    ),
    issue: maybe(v.object({ number, pull_request: maybe(v.looseObject({})) })),
    merge_group: maybe(v.object({ head_sha: sha, base_sha: sha })),
    workflow: maybe(v.object({ name: maybe(v.string()) })),
    workflow_run: maybe(
      v.object({
        id: number,
        run_number: number,
        event: maybe(v.string()),
        head_sha: sha,
        head_branch: maybe(v.string()),
        head_repository: repository,
      }),
    ),
  }),
  {},
);
