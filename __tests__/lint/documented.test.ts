import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { contextInFolder } from '../../src/facts/context-files.ts';
import { deriveFacts } from '../../src/facts/facts.ts';
import { lint } from '../../src/lint/lint.ts';
import { systemFiles } from '../../src/ports.ts';

const root = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(root, '__tests__/fixtures/dockerfiles/documented');

/** `line check severity` of every finding. */
function told(folder: string): readonly string[] {
  const file = path.join(folder, 'Dockerfile');
  const dockerfile = parseDockerfile(systemFiles.readBytes(file).toString('utf8'), 'Dockerfile');
  const context = contextInFolder(systemFiles, { folder, reportFolder: '', dockerfile: file });
  return lint({ facts: deriveFacts({ dockerfile, context, today: '2026-11-24' }) }).findings.map(
    ({ location, check, severity }) => `${location?.line} ${check} ${severity}`,
  );
}

test("the project's own example gets the user, the lists, the recommendations, and nothing else", () => {
  expect(told(path.join(root, 'examples/uvicorn'))).toEqual([
    '3 apt-lists-left notice',
    '3 apt-recommends notice',
    '8 root-user warning',
  ]);
});

/** Written down again from what FastAPI, uvicorn and uv teach; each with the files that it copies. */
const documented: Readonly<Record<string, readonly string[]>> = {
  'fastapi-base-image': ['1 root-user warning'],
  'fastapi-behind-a-proxy': ['1 full-base-image notice', '11 root-user warning', '11 missing-expose notice'],
  'fastapi-by-gunicorn': ['11 root-user warning', '11 missing-expose notice'],
  'fastapi-by-uv-in-two-stages': ['22 named-user notice', '26 missing-expose notice'],
  'fastapi-by-uv': [
    '2 floating-uv-image warning',
    '4 source-before-dependencies warning',
    '4 missing-dockerignore notice',
    '9 root-user warning',
    '9 missing-expose notice',
  ],
  'fastapi-by-uvicorn-behind-a-proxy': ['1 full-base-image notice', '11 root-user warning', '11 missing-expose notice'],
  'fastapi-by-uvicorn': ['1 full-base-image notice', '11 root-user warning', '11 missing-expose notice'],
  'fastapi-locked': ['1 full-base-image notice', '11 root-user warning', '11 missing-expose notice'],
  'fastapi-poetry': [
    '5 unpinned-pip-install warning',
    '11 full-base-image notice',
    '21 root-user warning',
    '21 missing-expose notice',
  ],
  'fastapi-shell-form': [
    '1 full-base-image notice',
    '11 root-user warning',
    '11 shell-form-start warning',
    '11 missing-expose notice',
  ],
  'fastapi-single-file': ['1 full-base-image notice', '11 root-user warning', '11 missing-expose notice'],
  'fastapi-workers': ['1 full-base-image notice', '11 root-user warning', '11 missing-expose notice'],
  fastapi: ['1 full-base-image notice', '11 root-user warning', '11 missing-expose notice'],
  'uvicorn-without-root': [
    '2 floating-uv-image warning',
    '11 add-instead-of-copy warning',
    '11 missing-dockerignore notice',
    '17 named-user notice',
    '19 missing-expose notice',
  ],
  uvicorn: [
    '2 floating-uv-image warning',
    '11 add-instead-of-copy warning',
    '11 missing-dockerignore notice',
    '16 root-user warning',
    '16 missing-expose notice',
  ],
};

test.each(readdirSync(fixtures))('what is taught has no error, and what is said of it is known: %s', (name) => {
  const found = told(path.join(fixtures, name));
  expect(found.filter((line) => line.endsWith(' error'))).toEqual([]);
  expect(found).toEqual(documented[name]);
});
