import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { ContainerObservation } from '../../src/observation.ts';
import type { TrialReport } from '../../src/report.ts';
import { observationSchema } from '../../src/render/observation-schema.ts';
import { replay } from '../../src/trial/replay.ts';
import { tryFolder } from '../support/trial.ts';

const apps = path.join(import.meta.dirname, '../fixtures/apps');

const expectation = v.object({
  verdict: v.picklist(['passed', 'failed', 'errored']),
  cause: v.nullable(v.string()),
  /** `path:line`, or the path alone where the line is any. */
  place: v.optional(v.string()),
  /** A finding of a trial that passes: `place` is of it. */
  remark: v.optional(v.string()),
  /** By flag; several values where the flag is given several times. */
  settings: v.optional(v.record(v.string(), v.union([v.string(), v.array(v.string())]))),
});

describe.concurrent('an application that really fails so, or really serves', () => {
  it.each(readdirSync(apps))('%s', { timeout: 120_000 }, async (app) => {
    const folder = path.join(apps, app);
    const expected = v.parse(expectation, JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')));
    const words = Object.entries(expected.settings ?? {}).flatMap(([flag, values]) =>
      [values].flat().flatMap((value) => [`--${flag}`, value]),
    );
    const report = await tryFolder(folder, ...words);
    expect({ verdict: report.verdict, cause: report.cause ?? null, place: placeOf(report, expected) }).toEqual({
      verdict: expected.verdict,
      cause: expected.cause,
      place: expected.place,
    });
    const recorded: unknown = JSON.parse(JSON.stringify(report.observation));
    const replayed = replay(v.parse(observationSchema, recorded));
    expect({ verdict: replayed.verdict, cause: replayed.cause }).toEqual({
      verdict: report.verdict,
      cause: report.cause,
    });
    expect(placeOf(replayed, expected)).toBe(expected.place);
    const { container } = report.observation;
    const isLate =
      container !== undefined && report.verdict !== 'passed' && container.wait.ms - knowableMs(container) > 3000;
    expect(isLate).toBe(false);
  });
});

function placeOf(
  { findings, cause }: TrialReport,
  { place, remark }: v.InferOutput<typeof expectation>,
): string | undefined {
  const told = findings.find(({ check, status }) => check === (remark ?? cause) && status === 'confirmed');
  if (told?.location === undefined) return undefined;
  return place?.includes(':') === true ? `${told.location.path}:${told.location.line}` : told.location.path;
}

/** Since when it could be known that this container will not answer, as far as the observation alone tells. */
function knowableMs({ state, sockets, wait, log }: ContainerObservation): number {
  const startedAt = state?.startedAt ?? 0;
  if (wait.ended === 'exited' && state?.finishedAt !== undefined) return state.finishedAt - startedAt;
  const lastLine = log.at(-1);
  if (wait.ended === 'decided')
    return Math.max(sockets.at(-1)?.atMs ?? 0, lastLine === undefined ? 0 : lastLine.at - startedAt);
  return wait.ms;
}
