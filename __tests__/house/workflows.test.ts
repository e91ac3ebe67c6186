import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const step = v.looseObject({ uses: v.string(), with: v.optional(v.record(v.string(), v.unknown()), {}) });
const job = v.looseObject({ permissions: v.record(v.string(), v.string()), steps: v.array(step) });
const workflow = v.looseObject({
  name: v.string(),
  on: v.record(v.string(), v.unknown()),
  permissions: v.strictObject({}),
  jobs: v.record(v.string(), job),
});
const action = v.object({ inputs: v.record(v.string(), v.unknown()), outputs: v.record(v.string(), v.unknown()) });

function read<Schema extends v.GenericSchema>(schema: Schema, file: string): v.InferOutput<Schema> {
  return v.parse(schema, parse(readFileSync(path.join(root, file), 'utf8')));
}

const trial = read(workflow, 'docs/workflows/sea-trial.yml');
const relay = read(workflow, 'docs/workflows/sea-trial-comment.yml');
const { inputs, outputs } = read(action, 'action.yml');
const stepsOf = ({ jobs }: typeof trial) => Object.values(jobs).flatMap(({ steps }) => steps);

test('the workflows of docs/ use inputs and outputs that the action has', () => {
  const used = [trial, relay].flatMap(stepsOf).filter(({ uses }) => uses.startsWith('sea-trial/'));
  expect(used.flatMap((each) => Object.keys(each.with)).filter((name) => !(name in inputs))).toEqual([]);
  const asked = JSON.stringify(trial).matchAll(/steps\.trial\.outputs\.([\w-]+)/g);
  expect([...asked].map(([, name = '']) => name in outputs)).toEqual([true, true]);
});

test('the relay follows the trial by its name, and takes what that keeps', () => {
  expect(relay.on['workflow_run']).toMatchObject({ workflows: [trial.name] });
  const kept = stepsOf(trial).find(({ uses }) => uses.includes('upload-artifact'))?.with['name'];
  const taken = stepsOf(relay).find(({ uses }) => uses.includes('download-artifact'))?.with['pattern'];
  expect(taken).toBe(`${String(kept)}*`);
});

test('the relay checks nothing out, and may do no more than it has to', () => {
  expect(stepsOf(relay).map(({ uses }) => uses.replace(/@.*/, ''))).toEqual([
    'actions/download-artifact',
    'sea-trial/sea-trial',
  ]);
  expect(relay.jobs['comment']?.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' });
});

test('whatever page, message or workflow names an action, names one version of it', () => {
  const versions = new Map<string, Set<string>>();
  for (const [, name = '', version = ''] of everyText().matchAll(
    /uses: ((?!sea-trial\/)[\w-]+\/[\w./-]+)@(?:[0-9a-f]{40} # )?(v\d+)/g,
  ))
    versions.set(name, (versions.get(name) ?? new Set()).add(version));
  expect([...versions].filter(([, found]) => found.size > 1)).toEqual([]);
  expect(versions.size).toBeGreaterThan(8);
});

function everyText(): string {
  const folders = ['.github/workflows', 'docs', 'examples', 'src'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:md|ts|yml|yaml)$/.test(file))
      .map((file) => path.join(folder, file)),
  );
  return ['README.md', ...folders].map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');
}
