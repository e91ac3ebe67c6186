import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.pipe(v.number(), v.integer(), v.minValue(1));
const ends = { line: position, column: position, endLine: position, endColumn: position };

const evidenceSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('source'),
    path: v.string(),
    line: position,
    column: v.optional(position),
    endLine: v.optional(position),
    endColumn: v.optional(position),
    note: v.string(),
  }),
  v.strictObject({
    kind: v.literal('command'),
    argv: v.array(v.string()),
    exitCode: v.pipe(v.number(), v.integer()),
    tail: v.string(),
  }),
  v.strictObject({ kind: v.literal('log'), lines: v.array(v.string()), omittedLines: count }),
  v.strictObject({ kind: v.literal('exchange'), request: v.string(), outcome: v.string(), ms: v.number() }),
  v.strictObject({
    kind: v.literal('measurement'),
    what: v.string(),
    value: v.number(),
    unit: v.picklist(['ms', 'bytes', 'count']),
  }),
]);

const findingEntries = {
  check: v.pipe(v.string(), v.nonEmpty()),
  aliases: v.array(v.string()),
  severity: v.picklist(['error', 'warning', 'notice']),
  title: v.string(),
  why: v.string(),
  advice: v.string(),
  message: v.string(),
  path: v.optional(v.string()),
  line: v.optional(position),
  column: v.optional(position),
  endLine: v.optional(position),
  endColumn: v.optional(position),
  status: v.picklist(['suspected', 'confirmed', 'refuted']),
  cost: v.optional(v.strictObject({ ms: v.optional(v.number()), bytes: v.optional(v.number()) })),
  evidence: v.array(evidenceSchema),
  url: v.pipe(v.string(), v.url()),
  fingerprint: v.string(),
  since: v.optional(v.picklist(['new', 'remaining'])),
  fix: v.optional(
    v.strictObject({
      title: v.string(),
      safety: v.picklist(['safe', 'unsafe']),
      // The path is told where the edit is in another file than the finding.
      edits: v.array(v.strictObject({ path: v.optional(v.string()), ...ends, text: v.string() })),
    }),
  ),
};

/** A finding as both JSON files have it. */
export const findingSchema = v.strictObject(findingEntries);

/** A finding that was silenced, and by which words. */
export const ignoredSchema = v.strictObject({ ...findingEntries, reason: v.string() });
