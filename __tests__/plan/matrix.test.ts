import { expect, test } from 'vitest';
import { matrixOf, mostJobs, type MatrixTrial } from '../../src/plan/matrix.ts';

const folders = (count: number, start = 'services'): readonly MatrixTrial[] =>
  Array.from({ length: count }, (_, number) => ({ name: `${start}-${number}`, context: `${start}/${number}` }));
const files = (count: number, context: string): readonly MatrixTrial[] =>
  Array.from({ length: count }, (_, number) => ({
    name: `${context}-${number}`,
    context,
    file: `${context}/${number}.Dockerfile`,
  }));

/** Every trial that the jobs run, as `context file`. */
function told(trials: readonly MatrixTrial[]): readonly string[] {
  return matrixOf(trials).include.flatMap(({ context, file }) =>
    file === '' ? context.split('\n') : file.split('\n').map((each) => `${context} ${each}`),
  );
}

test('each trial is a job of its own as long as GitHub takes so many', () => {
  const { include } = matrixOf([...folders(2), ...files(1, 'docker')]);
  expect(include).toEqual([
    { title: 'services-0', name: 'services-0', context: 'services/0', file: '' },
    { title: 'services-1', name: 'services-1', context: 'services/1', file: '' },
    { title: 'docker-0', name: 'docker-0', context: 'docker', file: 'docker/0.Dockerfile' },
  ]);
  expect(matrixOf(folders(mostJobs)).include).toHaveLength(mostJobs);
  expect(matrixOf([])).toEqual({ include: [] });
});

test.each([
  ['folders alone', folders(257)],
  ['ten thousand of them', folders(10_000)],
  ['Dockerfiles of one context', files(1_000, '.')],
  ['all kinds', [...folders(300), ...files(3, 'a'), ...files(500, 'b'), ...folders(40, 'tools')]],
])('beyond that trials share a job, each in exactly one: %s', (_, trials) => {
  const { include } = matrixOf(trials);
  expect(include.length).toBeLessThanOrEqual(mostJobs);
  expect(include.length).toBeGreaterThan(mostJobs / 2);
  const all = trials.map(({ context, file }) => (file === undefined ? context : `${context} ${file}`));
  expect(told(trials).toSorted()).toEqual(all.toSorted());
  const sizes = include.map(({ context, file }) => Math.max(context.split('\n').length, file.split('\n').length));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(Math.ceil(trials.length / (mostJobs - 4)) + 1);
  expect(include.filter(({ name }, index) => (name !== '') !== (sizes[index] === 1))).toEqual([]);
});

test('so many contexts that no job can take several of their Dockerfiles are refused in a sentence', () => {
  const trials = Array.from({ length: 300 }, (_, number) => files(1, `c${number}`)).flat();
  expect(() => matrixOf(trials)).toThrow('300 trials with 300 contexts do not fit into 256 jobs.');
});
