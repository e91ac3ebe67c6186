import { describe, expect, test } from 'vitest';
import { contextLeaks as rule } from '../../src/rules/context-leaks.ts';
import { factsOf, findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

const all = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\n';
const privateKey = '-----BEGIN RSA PRIVATE KEY-----\n';

test.each([
  ['.git/HEAD', ''],
  ['lib/.git/HEAD', ''],
  ['.env', ''],
  ['.env.production', ''],
  ['api/.envrc', ''],
  ['server.pem', privateKey],
  ['tls/server.key', 'a key in a form that is not known'],
  ['id_ed25519', ''],
  ['store.p12', ''],
  ['.netrc', ''],
  ['.pypirc', ''],
  ['.aws/credentials', ''],
  ['.npmrc', '//registry.npmjs.org/:_authToken=0123\n'],
  ['pip.conf', '[global]\nindex-url = https://bob:0123@pypi.example.com/simple\n'],
  ['service-account.json', '{ "private_key": "0123" }'],
  ['node_modules/a/package.json', '{}'],
])('%s is a leak', (path, text) => {
  expect(findingsOf(rule, all, { [path]: text, '.dockerignore': '' })).toHaveLength(1);
});

test.each([
  ['.env.example', ''],
  ['.env.sample', ''],
  ['env.py', ''],
  ['.envoy/config', ''],
  ['ca.pem', '-----BEGIN CERTIFICATE-----\n'],
  ['jwt.pem', '-----BEGIN PUBLIC KEY-----\n'],
  ['id_rsa.pub', ''],
  ['.npmrc', 'save-exact=true\n//registry.npmjs.org/:_authToken=${NPM_TOKEN}\n'],
  ['pip.conf', '[global]\nindex-url = https://pypi.example.com/simple\n'],
  ['credentials.json', '{ "type": "none" }'],
  ['.gitignore', ''],
  ['.github/workflows/ci.yml', ''],
])('%s may be shipped', (path, text) => {
  expect(findingsOf(rule, all, { [path]: text, '.dockerignore': '' })).toEqual([]);
});

test('a virtual environment is known by its mark, whatever its name', () => {
  expect(findingsOf(rule, all, { 'my env/pyvenv.cfg': '', 'my env/bin/python': '' })[0]?.title).toBe(
    '`COPY . .` carries `my env` into the image',
  );
});

describe('.dockerignore', () => {
  test.each([
    ['.git', '.git'],
    ['.git/*', '.git'],
    ['**/.git', 'lib/.git'],
    ['*\n!app.py', '.git'],
  ])('%j keeps %s out', (text, folder) => {
    expect(findingsOf(rule, all, { [`${folder}/HEAD`]: '', 'app.py': '', '.dockerignore': text })).toEqual([]);
  });

  test.each([
    ['.git', 'lib/.git'],
    ['.git\n!.git', '.git'],
    ['.git/hooks', '.git'],
  ])('%j lets %s pass', (text, folder) => {
    expect(findingsOf(rule, all, { [`${folder}/HEAD`]: '', '.dockerignore': text })).toHaveLength(1);
  });
});

describe('the way into the image', () => {
  const files = { '.env': '', 'src/.env': '', 'src/app.py': '' };

  test.each([
    ['a folder around it', 'FROM python:3.12-slim\nCOPY src /app\n', ['becomes `/app/.env`']],
    ['a wildcard', 'FROM python:3.12-slim\nCOPY .en* /app/\n', ['becomes `/app/.env`']],
    [
      'two stages, one built on the other',
      'FROM python:3.12-slim AS a\nCOPY src /s/\nFROM a AS b\nFROM python:3.12-slim\nCOPY --from=b /s /t/\n',
      ['becomes `/t/.env`'],
    ],
    ['a stage below', 'FROM python:3.12-slim AS a\nCOPY src /s/\nFROM a\n', ['becomes `/s/.env`']],
  ])('is followed: %s', (_, text, notes) => {
    expect(findingsOf(rule, text, files)[0]?.evidence.map((each) => (each.kind === 'source' ? each.note : ''))).toEqual(
      notes,
    );
  });

  test.each([
    ['named by itself, so it is meant', 'FROM python:3.12-slim\nCOPY src/.env .env /app/\nCOPY . .\n'],
    ['excluded', 'FROM python:3.12-slim\nCOPY --exclude=**/.env . .\n'],
    ['a stage that is not built', 'FROM python:3.12-slim AS a\nCOPY . .\nFROM python:3.12-slim\n'],
    [
      'another folder of the stage',
      'FROM python:3.12-slim AS a\nCOPY . /s\nFROM python:3.12-slim\nCOPY --from=a /wheels /w\n',
    ],
    ['mounted, not copied', 'FROM python:3.12-slim\nRUN --mount=type=bind,target=/s true\n'],
  ])('is none: %s', (_, text) => {
    expect(findingsOf(rule, text, files)).toEqual([]);
  });
});

test('is one finding a COPY, at the source that takes the folder, with a few names and every place', () => {
  const files = Object.fromEntries(['.env', 'a.pem', 'b.pem', 'c.pem', 'd.pem'].map((name) => [name, privateKey]));
  expect(markedBy(rule, all, files)).toEqual(['.']);
  const [finding] = findingsOf(rule, all, files);
  expect(finding?.title).toBe('`COPY . .` carries `.env`, `a.pem`, `b.pem` and 2 more into the image');
  expect(finding?.evidence).toHaveLength(5);
  expect(finding?.evidence[1]).toEqual({
    kind: 'source',
    location: { path: 'a.pem', line: 1, column: 1, endLine: 1, endColumn: 1 },
    note: 'becomes `/app/a.pem`',
  });
});

test('no text of a secret file is kept with what was read', () => {
  const facts = factsOf(all, { '.npmrc': '_authToken=0123\n', 'a.pem': privateKey, 'app.py': '' });
  expect(facts.leaks).toHaveLength(2);
  expect(facts.context.filesRead().map(({ path }) => path)).toEqual([]);
});

describe('the fix', () => {
  test('adds to what the .dockerignore has, behind a last line without its end too', () => {
    expect(mendedBy(rule, all, { '.env': '', '.dockerignore': '*.md\r\n!x' })['.dockerignore']).toBe(
      '*.md\r\n!x\r\n.env\r\n',
    );
    expect(mendedBy(rule, all, { '.env': '', '.dockerignore': '*.md\n' })['.dockerignore']).toBe('*.md\n.env\n');
  });

  test('takes the characters of a path as they are', () => {
    const mended = mendedBy(rule, all, { 'a[1]*.pem': privateKey, 'a1x.pem': '-----BEGIN CERTIFICATE-----' });
    expect(mended['.dockerignore']).toBe('a\\[1\\]\\*.pem\n');
    expect(findingsOf(rule, all, mended)).toEqual([]);
  });

  test.each([
    ['nothing needs it', all, { '.env': '', '.git/HEAD': '', 'app.py': 'import os\n' }, 'safe'],
    ['the application loads it', all, { '.env': '', 'app.py': 'from dotenv import load_dotenv\n' }, 'unsafe'],
    [
      'the server is given the key',
      `${all}CMD ["uvicorn", "app:app", "--ssl-keyfile", "tls.key"]\n`,
      { 'tls.key': '' },
      'unsafe',
    ],
    ['a source file names the key', all, { 'tls.key': '', 'settings.toml': 'key = "tls.key"\n' }, 'unsafe'],
    [
      'the version comes from the history',
      all,
      { '.git/HEAD': '', 'pyproject.toml': '[tool.setuptools_scm]\n' },
      'unsafe',
    ],
    ['a step reads the history', `${all}RUN git rev-parse HEAD > /rev\n`, { '.git/HEAD': '' }, 'unsafe'],
    ['git only fetches something else', `${all}RUN git clone https://example.com/a\n`, { '.git/HEAD': '' }, 'safe'],
    ['nobody installs what node_modules holds', all, { 'node_modules/a/b.js': '' }, 'unsafe'],
    ['the build installs its own', `${all}RUN npm ci\n`, { 'node_modules/a/b.js': '' }, 'safe'],
    [
      'the command lies in the virtual environment',
      `${all}CMD [".venv/bin/uvicorn", "app:app"]\n`,
      { '.venv/pyvenv.cfg': '' },
      'unsafe',
    ],
    [
      'the build makes that virtual environment',
      `${all}RUN uv sync\nCMD [".venv/bin/uvicorn", "app:app"]\n`,
      { '.venv/pyvenv.cfg': '' },
      'safe',
    ],
  ])('%s', (_, dockerfile, files, safety) => {
    expect(findingsOf(rule, dockerfile, files).map(({ fix }) => fix?.safety)).toEqual([safety]);
  });
});
