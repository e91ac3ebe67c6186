import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run, type ProcessResult } from '../../../src/process.ts';

const root = path.resolve(import.meta.dirname, '../../..');
/** Enough that all cores are taken. */
const count = 330;
const bad = 170;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-many-'));
  for (let index = 0; index < count; index += 1)
    writeFileSync(
      path.join(folder, nameOf(index)),
      `FROM python:3.12-slim\nRUN pip install a${nameOf(index).slice(0, 3)}==1.0\nUSER 1000\n`,
    );
  writeFileSync(path.join(folder, nameOf(bad)), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function nameOf(index: number): string {
  return `${String(index).padStart(3, '0')}.Dockerfile`;
}

async function lint(...words: readonly string[]): Promise<ProcessResult> {
  return run([process.execPath, path.join(root, 'src/cli.ts'), 'lint', '--shellcheck', 'never', ...words], {
    deadlineMs: 60_000,
    environment: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
    cwd: folder,
  });
}

const result = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    files: v.array(
      v.object({
        path: v.string(),
        error: v.optional(v.string()),
        findings: v.optional(v.array(v.object({ check: v.string(), path: v.string() }))),
      }),
    ),
  }),
);

test('many files come in order, each with its own findings, and a bad one among them stops no other', async () => {
  const all = await lint('--format', 'json', '.');
  expect([all.exitCode, all.stderr]).toEqual([2, '']);
  const { files } = v.parse(result, all.stdout);
  expect(files.map((file) => file.path)).toEqual(Array.from({ length: count }, (_, index) => nameOf(index)));
  expect(files[bad]?.error).toBe('is not text: it begins with the bytes 7f 45 4c 46');
  expect(files.every((file, index) => index === bad || file.findings?.every((each) => each.path === file.path))).toBe(
    true,
  );
  const alone = await lint('--format', 'json', nameOf(5), nameOf(329));
  expect(JSON.stringify([files[5], files[329]])).toBe(JSON.stringify(v.parse(result, alone.stdout).files));
});

test('the text of many files is that of each, and one sum', async () => {
  const all = await lint('.');
  const one = await lint(nameOf(0));
  const blocks = one.stdout.slice(0, one.stdout.lastIndexOf('\n\n'));
  for (const index of [1, 100, 329]) expect(all.stdout).toContain(blocks.replaceAll('000', nameOf(index).slice(0, 3)));
  expect(all.stdout.trimEnd().split('\n').at(-1)).toMatch(/ in 329 files; 1 file not read$/);
});

test('a configuration is told once, and one that cannot be followed ends with its sentence', async () => {
  const file = path.join(folder, '.sea-trial.yml');
  writeFileSync(file, 'rules:\n  pip-cache-kept: error\n');
  const configured = await lint('--format', 'json', '.');
  expect([configured.exitCode, configured.stderr]).toEqual([2, 'Configuration: .sea-trial.yml\n']);
  expect(configured.stdout.split('"severity": "error"').length - 1).toBe(count - 1);
  writeFileSync(file, 'rules: [\n');
  const refused = await lint('--format', 'json', '.');
  expect([refused.exitCode, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toMatch(/^sea-trial: \.sea-trial\.yml:\d+:\d+: .*\n$/);
  rmSync(file);
});
