import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, it, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, '.github/workflows');
const names = readdirSync(folder);
const textOf = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

const words = v.optional(v.record(v.string(), v.unknown()), {});
const job = v.looseObject({
  needs: v.optional(v.union([v.string(), v.array(v.string())]), []),
  environment: v.optional(v.string()),
  permissions: v.record(v.string(), v.picklist(['read', 'write'])),
  steps: v.array(v.looseObject({ uses: v.optional(v.string()), run: v.optional(v.string()), with: words })),
});
const workflow = v.looseObject({ permissions: v.strictObject({}), jobs: v.record(v.string(), job) });
const jobsOf = (name: string) => v.parse(workflow, parse(textOf(name))).jobs;

it.each(names)('%s pins actions, keeps no credentials, and grants nothing at the top', (name) => {
  const used = [...textOf(name).matchAll(/uses: (.*)/g)].map((match) => match[1] ?? '');
  expect(used.filter((each) => each !== './' && !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each))).toEqual(
    [],
  );
  const checkouts = Object.values(jobsOf(name)).flatMap(({ steps }) =>
    steps.filter(({ uses }) => uses?.startsWith('actions/checkout@') === true),
  );
  expect(checkouts.map((each) => each.with['persist-credentials'])).toEqual(checkouts.map(() => false));
});

it.each(names)('whoever may write to the repository in %s runs no code of it', (name) => {
  const writers = Object.values(jobsOf(name)).filter(
    ({ permissions }) => permissions['contents'] === 'write' || permissions['id-token'] === 'write',
  );
  const commands = writers.flatMap(({ steps }) => steps.map(({ uses, run }) => run ?? uses?.replace(/@.*/, '') ?? ''));
  expect(
    commands.filter((each) => !/^(?:gh |npm publish |actions\/(?:attest|download-artifact|setup-node)$)/.test(each)),
  ).toEqual([]);
});

test('every `npm run` of a workflow is a script of package.json', () => {
  const { scripts } = v.parse(
    v.object({ scripts: v.record(v.string(), v.string()) }),
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')),
  );
  const asked = names.flatMap((name) =>
    [...textOf(name).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script = '']) => script),
  );
  expect(asked).toEqual(expect.arrayContaining(['soak', 'fuzz', 'bench', 'release']));
  expect(asked.filter((script) => !(script in scripts))).toEqual([]);
});

test('every example is tried: .github/sea-trial.yml names them, and the plan reads it', () => {
  const { trials } = v.parse(
    v.object({ trials: v.record(v.string(), v.object({ context: v.string() })) }),
    parse(readFileSync(path.join(root, '.github/sea-trial.yml'), 'utf8')),
  );
  const examples = readdirSync(path.join(root, 'examples'), { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  expect(
    Object.values(trials)
      .map(({ context }) => context)
      .toSorted(),
  ).toEqual(examples.map(({ name }) => `examples/${name}`).toSorted());
  const jobs = jobsOf('trial.yml');
  const ours = ['plan', 'trial'].map((name) => jobs[name]?.steps.find(({ uses }) => uses === './')?.with['config']);
  expect(ours).toEqual(['.github/sea-trial.yml', '.github/sea-trial.yml']);
});

test('a release is published when it is checked, drafted, attested and looked at; only then v1 and npm follow', () => {
  const jobs = jobsOf('release.yml');
  expect(Object.entries(jobs).map(([name, { needs, environment }]) => [name, needs, environment])).toEqual([
    ['prepare', [], undefined],
    ['draft', 'prepare', undefined],
    ['attest', 'prepare', undefined],
    ['publish', ['prepare', 'draft', 'attest'], 'release'],
    ['npm', 'publish', undefined],
  ]);
  expect(jobs['publish']?.steps.map(({ run }) => run?.split('"')[0])).toEqual([
    'gh release edit ',
    'gh api --method PATCH ',
  ]);
  expect(jobs['npm']?.steps.map(({ run }) => run)).toEqual(['gh workflow run npm.yml --ref "$TAG"']);
});
