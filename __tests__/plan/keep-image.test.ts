import { expect, test } from 'vitest';
import { makePlan } from '../../src/plan/make-plan.ts';
import { systemClock, systemFiles } from '../../src/ports.ts';
import { isOver } from '../../src/run-id.ts';
import { settingsFromInputs } from '../../src/settings/settings.ts';

const app = new URL('../../examples/uvicorn/', import.meta.url).pathname;
const ports = { clock: systemClock, files: systemFiles, workingDirectory: app };
const runId = '1z-abc-0123456789ab';

function plan(inputs: Readonly<Record<string, string>>) {
  const named = Object.entries({ name: 'api', ...inputs }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  return makePlan(settingsFromInputs(Object.fromEntries(named)), ports, runId);
}

test.each([
  ['auto', {}, { names: [`sea-trial/api:${runId}`], everywhere: false }],
  ['auto', { tags: 'acme/api:1' }, { names: [], everywhere: false }],
  ['auto', { image: 'acme/api:1' }, { names: [], everywhere: false }],
  ['auto', { tags: 'acme/api:1', push: 'true' }, { names: [], everywhere: false }],
  ['always', {}, { names: [], everywhere: false }],
  ['never', {}, { names: [`sea-trial/api:${runId}`], everywhere: true }],
  ['never', { tags: 'acme/api:1,acme/api' }, { names: ['acme/api:1', 'acme/api'], everywhere: true }],
  ['never', { image: 'acme/api:1' }, { names: [], everywhere: true }],
  [
    'never',
    { image: 'acme/api', tags: 'acme/api:latest,acme/api:2', push: 'true' },
    { names: ['acme/api:2'], everywhere: true },
  ],
])('keep-image %s with %j', (keepImage, more, unwanted) => {
  expect(plan({ 'keep-image': keepImage, ...more }).unwanted).toEqual(unwanted);
});

test('an image that is kept bears a name that no later run takes for a forsaken one, and it is told', () => {
  const { origin, notes } = plan({ 'keep-image': 'always' });
  expect([origin.name, notes]).toEqual([
    `sea-trial/api:kept-${runId}`,
    [`The image is kept as \`sea-trial/api:kept-${runId}\`.`],
  ]);
  expect(isOver(`kept-${runId}`, systemFiles)).toBe(false);
});

test('on a machine that is thrown away the image stays for the next step, whatever tidies up there', () => {
  const settings = settingsFromInputs({ INPUT_NAME: 'api' });
  const there = makePlan(settings, { ...ports, machineGoes: true }, runId);
  expect(there.origin.name).toBe(`sea-trial/api:kept-${runId}`);
  expect(there.ofCopy({ context: app, file: `${app}Dockerfile` }).origin.name).toBe(`sea-trial/api:${runId}-fixed`);
});

test('a copy to which fixes are applied is neither kept nor pushed', () => {
  const copy = plan({ 'keep-image': 'always', push: 'true', tags: 'acme/api:1' }).ofCopy({
    context: app,
    file: `${app}Dockerfile`,
  });
  expect([copy.origin.name, copy.push]).toEqual([`sea-trial/api:${runId}-fixed`, undefined]);
});
