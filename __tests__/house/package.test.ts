import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { run, type ProcessResult } from '../../src/process.ts';
import { version } from '../../src/version.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-package-'));
const home = path.join(folder, 'home');
const work = path.join(folder, 'work');
const modules = path.join(folder, 'installed/node_modules');
afterAll(() => rmSync(folder, { recursive: true }));

const packedSchema = v.tuple([
  v.object({
    name: v.string(),
    version: v.string(),
    filename: v.string(),
    files: v.array(v.object({ path: v.string() })),
  }),
]);
let packed: v.InferOutput<typeof packedSchema>[0];

beforeAll(async () => {
  mkdirSync(home);
  mkdirSync(work);
  writeFileSync(path.join(work, 'Dockerfile'), 'FROM python:3.12-slim\nCMD uvicorn app:app --host 127.0.0.1\n');
  const { stdout } = await npm('pack', '--json', '--pack-destination', folder);
  [packed] = v.parse(packedSchema, JSON.parse(stdout));
  // Offline, so that whatever the package wants besides would be missed here.
  const prefix = path.dirname(modules);
  await npm('install', '--offline', '--ignore-scripts', '--prefix', prefix, path.join(folder, packed.filename));
});

async function npm(...args: readonly string[]): Promise<ProcessResult> {
  const environment = { ...process.env, HOME: home, npm_config_cache: path.join(folder, 'cache') };
  const ended = await run(['npm', ...args], { deadlineMs: 30_000, environment, cwd: root });
  expect(ended).toMatchObject({ exitCode: 0 });
  return ended;
}

/** As on a machine that has Node and nothing else. */
function command(...args: readonly string[]): Promise<ProcessResult> {
  const environment = {
    HOME: home,
    PATH: path.dirname(process.execPath),
    DOCKER_HOST: 'unix:///nonexistent/docker.sock',
  };
  return run([path.join(modules, '.bin/sea-trial'), ...args], { deadlineMs: 30_000, environment, cwd: work });
}

test("the package holds the command's half of dist/, its readme and its licence, and nothing else", () => {
  const dist = readdirSync(path.join(root, 'dist')).filter((name) => !/^(?:\d+\.)?index\.js$/.test(name));
  expect(packed).toMatchObject({ name: 'sea-trial', version, filename: `sea-trial-${version}.tgz` });
  expect(packed.files.map((file) => file.path).toSorted()).toEqual(
    ['LICENSE', 'README.md', 'package.json', ...dist.map((name) => `dist/${name}`)].toSorted(),
  );
});

test('it is installed alone: all that it runs with is in it', () => {
  expect(readdirSync(modules).toSorted()).toEqual(['.bin', '.package-lock.json', 'sea-trial']);
});

it.each([
  [['--version'], 0, `${version}\n`],
  [['explain', 'loopback-host'], 0, 'loopback-host'],
  [['checks', '--format', 'json'], 0, '"loopback-host"'],
  [['lint', 'Dockerfile'], 1, 'loopback-host'],
  [['lint', '--format', 'sarif', 'Dockerfile'], 1, '"2.1.0"'],
  [['lint', '--diff', 'Dockerfile'], 1, '+CMD ["uvicorn"'],
  [['parse', 'Dockerfile'], 0, 'CMD'],
])('sea-trial %j runs from it', async (args, exitCode, told) => {
  expect(await command(...args)).toMatchObject({ exitCode, stdout: expect.stringContaining(told), stderr: '' });
});

test('a trial says that no engine answers, and its report becomes a page', async () => {
  const trial = await command('.', '--report-file', 'report.json');
  expect(trial).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('Sea Trial could not run: ') });
  const page = await command('report', 'report.json', '--format', 'html');
  expect(page).toMatchObject({ stdout: expect.stringMatching(/^<!doctype html>/), stderr: '' });
});

test('package.json says what npm shows, and what it holds the provenance against', () => {
  expect(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))).toMatchObject({
    license: 'MIT',
    homepage: 'https://github.com/sea-trial/sea-trial#readme',
    bugs: 'https://github.com/sea-trial/sea-trial/issues',
    repository: { type: 'git', url: 'git+https://github.com/sea-trial/sea-trial.git' },
    bin: { 'sea-trial': 'dist/cli.js' },
    engines: { node: '>=22' },
    publishConfig: { access: 'public', provenance: true },
  });
});
