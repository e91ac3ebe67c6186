import { readFileSync } from 'node:fs';
import * as v from 'valibot';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** What the test runner's JSON reporter writes, as far as it is read here. */
const resultSchema = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string() })),
    }),
  ),
});

/**
 * Counts the tests that passed and failed. A file that could not be loaded, a runner that died, an error outside of every
 * test, and (for a whole run) docker suites of which none ran, count as one failure each.
 */
export function readTally(
  file: string,
  exitCode: number,
  whole: boolean,
): Tally & { readonly troubles: readonly string[] } {
  const results = readResults(file);
  const count = (status: string): number =>
    results.flatMap((each) => each.assertionResults).filter((test) => test.status === status).length;
  const broken = results.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const docker = results.filter(({ name }) => name.endsWith('.docker.test.ts'));
  const dockerRan = docker.some(({ assertionResults }) =>
    assertionResults.some(({ status }) => status === 'passed' || status === 'failed'),
  );
  const failed = count('failed') + broken.length;
  const troubles = [
    ...broken.map(({ name }) => `FAILED  ${name}: the file could not be run`),
    ...(exitCode !== 0 && failed === 0
      ? [`FAILED  the test runner ended with exit code ${exitCode}, and no test failed`]
      : []),
    ...(whole && !dockerRan ? ['FAILED  no docker suite ran: start an engine, script/setup does it'] : []),
  ];
  return { passed: count('passed'), failed: count('failed') + troubles.length, troubles };
}

function readResults(file: string): v.InferOutput<typeof resultSchema>['testResults'] {
  try {
    return v.parse(resultSchema, JSON.parse(readFileSync(file, 'utf8'))).testResults;
  } catch {
    return []; // the runner died before it wrote its result, and its exit code tells it
  }
}
