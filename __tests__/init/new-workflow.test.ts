import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { newWorkflow, usesSeaTrial } from '../../src/init/new-workflow.ts';
import { complaintsAboutExamples } from '../support/workflow-linters.ts';

const inputs = [{}, { context: 'services/api' }, { context: 'a: #b', file: 'a: #b/Dockerfile.x\nodd/- *Dockerfile' }];

test('neither actionlint nor zizmor has anything to say about it', async () => {
  const examples = inputs.map((each, index) => ({ path: `${index}.yml`, text: newWorkflow(each), firstLine: 1 }));
  expect(await complaintsAboutExamples(examples)).toEqual([]);
  const planted = newWorkflow({}).replace('persist-credentials: false', 'fetch-depht: 0');
  expect(await complaintsAboutExamples([{ path: 'planted.yml', text: planted, firstLine: 1 }])).toHaveLength(2);
});

test.each(inputs)('it hands on %j as it is, and is known as ours', (given) => {
  const text = newWorkflow(given);
  const steps: unknown = parse(text).jobs.image.steps;
  expect(steps).toMatchObject([{}, Object.keys(given).length === 0 ? {} : { with: given }]);
  expect(usesSeaTrial(text)).toBe(true);
});
