import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseYaml } from '../../src/settings/yaml-file.ts';
import { seaTrialPart } from '../../src/settings/sea-trial-file.ts';

const root = path.resolve(import.meta.dirname, '../..');
const published = v.parse(
  v.record(v.string(), v.unknown()),
  JSON.parse(readFileSync(path.join(root, 'schema/sea-trial-yml.json'), 'utf8')),
);
const isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(published);

/** The examples of the documentation, as they stand there. */
const documented = [
  ...readFileSync(path.join(root, 'docs/configuration.md'), 'utf8').matchAll(/^```yaml\n(?<text>[^]*?)^```$/gm),
].map((block) => block.groups?.['text'] ?? '');

test('the documentation shows what an editor and the program both take', async () => {
  expect(documented.length).toBeGreaterThan(0);
  for (const text of documented) {
    expect([text, isValid(parse(text))]).toEqual([text, true]);
    expect((await seaTrialPart(parseYaml(text, '.sea-trial.yml'), '/')).notes).toEqual([]);
  }
});

test.each([
  'ignroe: []',
  'rules: { root-user: loud }',
  'rules: { root-user: { severity: off, path: [a] } }',
  'ignore: [{ reason: none }]',
  'label-schema: { version: number }',
  'fail-on: off',
])('an editor marks %s', (text) => {
  expect(isValid(parse(text))).toBe(false);
});
