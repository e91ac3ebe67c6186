import { expect, test } from 'vitest';
import { stageWords } from '../../src/render/stage-words.ts';
import type { ProbeResult, StageResult } from '../../src/report.ts';
import { served } from '../support/reports.ts';

const smoke: StageResult = { stage: 'smoke', status: 'passed', startedAt: 0, ms: 1, findings: [] };

function words(given: readonly boolean[], documented: readonly boolean[]): string {
  const result = (passed: boolean): ProbeResult => ({ request: 'GET /', outcome: '', ms: 1, passed });
  const probes = [
    ...given.map(result),
    ...documented.map((passed) => ({ ...result(passed), documented: true as const })),
  ];
  return stageWords(served({ bytes: 1, user: 'app', extra: { probes } }), smoke);
}

test.each([
  [[true], [], '1 of 1 probe answers as promised'],
  [[true, false], [], '1 of 2 probes answer as promised'],
  [[true, true], [true], '2 of 2 probes and 1 documented GET answer as promised'],
  [[true, true], [true, true, true], '2 of 2 probes and 3 documented GETs answer as promised'],
  [[true, true], [true, false, true], '2 of 2 probes and 2 of 3 documented GETs answer as promised'],
])('given probes %j and documented GETs %j', (given, documented, text) => {
  expect(words(given, documented)).toBe(text);
});
