import { expect, test } from 'vitest';
import type { ContainerObservation, PathMeasured } from '../../src/observation.ts';
import { leakedFiles } from '../../src/probes/leaked-files.ts';
import type { Asked } from '../../src/probes/probe.ts';
import { contextLeaks } from '../../src/rules/context-leaks.ts';
import { observe } from '../support/observation.ts';
import { factsOf, findingsOf } from '../support/rule-findings.ts';

const files = { '.env': 'A=b\n', '.git/HEAD': 'ref: refs/heads/main\n' };
const copyAll = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\n';

function asked(measures: readonly PathMeasured[], dockerfile = copyAll): Asked {
  const [finding] = findingsOf(contextLeaks, dockerfile, files);
  const { observation } = observe({ dockerfile, files, saw: {} });
  const { container } = observation;
  if (finding === undefined || container === undefined) throw new Error('nothing to settle');
  const ran: ContainerObservation = {
    ...container,
    runtime: { user: 'root', uid: 0, processes: 1, listening: [] },
    measures,
  };
  return {
    finding,
    facts: factsOf(dockerfile, files),
    observation: { ...observation, container: ran },
    container: ran,
  };
}

test('looks for the very paths that the finding names', () => {
  expect(leakedFiles.measures?.(asked([]))).toEqual(['/app/.env', '/app/.git']);
});

test('confirms what is there, and prices it', () => {
  const settled = leakedFiles.settle(asked([{ path: '/app/.git', bytes: 4_000_000, files: 90 }]));
  expect(settled).toEqual({
    status: 'confirmed',
    cost: { bytes: 4_000_000 },
    evidence: [{ kind: 'measurement', what: '/app/.git in the image', value: 4_000_000, unit: 'bytes' }],
  });
});

test('refutes what is not there', () => {
  expect(leakedFiles.settle(asked([]))?.status).toBe('refuted');
});

test('does not tell where a later step may have removed it, for it is still in the layer below', () => {
  expect(leakedFiles.settle(asked([], `${copyAll}RUN rm -rf .git .env\n`))).toBeUndefined();
});
