import * as v from 'valibot';
import { findingSchema } from './finding-schema.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const instant = v.pipe(v.string(), v.isoTimestamp());
const sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/));

const stageSchema = v.strictObject({
  stage: v.picklist(['lint', 'build', 'start', 'smoke', 'stop', 'push']),
  status: v.picklist(['passed', 'failed', 'errored', 'skipped']),
  startedAt: v.optional(instant),
  ms: v.optional(count),
  because: v.optional(v.string()),
});

const imageSchema = v.strictObject({
  reference: v.string(),
  id: v.string(),
  digest: v.optional(v.string()),
  bytes: count,
  store: v.string(),
  layers: v.array(
    v.strictObject({ bytes: count, line: v.optional(v.pipe(count, v.minValue(1))), instruction: v.string() }),
  ),
});

const provenSchema = v.strictObject({
  bytes: v.optional(count),
  startupMs: v.optional(count),
  stopMs: v.optional(count),
});

const changeSchema = v.strictObject({ base: count, delta: v.pipe(v.number(), v.integer()) });

const trialSchema = v.strictObject({
  name: v.string(),
  file: v.string(),
  context: v.string(),
  verdict: v.picklist(['passed', 'failed', 'errored', 'skipped']),
  cause: v.nullable(v.string()),
  because: v.optional(v.string()),
  lastPassed: v.optional(sha),
  stages: v.array(stageSchema),
  findings: v.array(findingSchema),
  image: v.optional(imageSchema),
  steps: v.optional(
    v.array(
      v.strictObject({
        line: v.pipe(count, v.minValue(1)),
        instruction: v.string(),
        startedAt: instant,
        ms: count,
        cached: v.boolean(),
      }),
    ),
  ),
  startup: v.optional(v.strictObject({ ms: count })),
  probes: v.optional(
    v.array(
      v.strictObject({
        request: v.string(),
        outcome: v.string(),
        status: v.optional(count),
        ms: count,
        passed: v.boolean(),
        documented: v.optional(v.literal(true)),
      }),
    ),
  ),
  runtime: v.optional(
    v.strictObject({
      user: v.string(),
      processes: count,
      listening: v.array(v.string()),
      memoryBytes: v.optional(count),
      memoryPeakBytes: v.optional(count),
    }),
  ),
  log: v.optional(v.strictObject({ head: v.string(), tail: v.string(), omittedLines: count })),
  sources: v.optional(v.array(v.strictObject({ path: v.string(), text: v.string() }))),
  stopped: v.optional(
    v.strictObject({ ms: count, exitCode: v.pipe(v.number(), v.integer()), signal: v.optional(v.string()) }),
  ),
  hardening: v.optional(
    v.array(v.strictObject({ option: v.string(), serves: v.boolean(), cause: v.optional(v.string()) })),
  ),
  pushed: v.optional(v.array(v.strictObject({ reference: v.string(), digest: v.string() }))),
  comparison: v.optional(
    v.strictObject({
      base: sha,
      bytes: v.optional(changeSchema),
      startupMs: v.optional(changeSchema),
      new: count,
      remaining: count,
      fixed: v.array(v.strictObject({ check: v.string(), title: v.string(), path: v.optional(v.string()) })),
    }),
  ),
  proof: v.optional(
    v.strictObject({
      fixes: v.array(v.string()),
      verdict: v.picklist(['passed', 'failed', 'errored', 'skipped']),
      cause: v.optional(v.string()),
      before: provenSchema,
      after: provenSchema,
    }),
  ),
});

/** The JSON of a trial: report.json. */
export const reportSchema = v.strictObject({
  version: v.literal(1),
  tool: v.strictObject({ name: v.literal('sea-trial'), version: v.string() }),
  commit: v.optional(v.strictObject({ head: sha, base: v.optional(sha), tested: sha })),
  trials: v.array(trialSchema),
});
