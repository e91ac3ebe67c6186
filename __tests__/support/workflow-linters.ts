import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { run } from '../../src/process.ts';
import type { WorkflowExample } from './workflow-examples.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** How a reader names this action; the linters read its action.yml instead, and so know its inputs and outputs. */
const ourselves = /\bsea-trial\/sea-trial@v\d+\b/g;

const actionlintSchema = v.array(v.object({ filepath: v.string(), line: v.number(), message: v.string() }));
const zizmorSchema = v.array(
  v.object({
    ident: v.string(),
    ignored: v.boolean(),
    desc: v.string(),
    locations: v.array(
      v.object({
        symbolic: v.object({
          annotation: v.string(),
          kind: v.string(),
          key: v.object({ Local: v.object({ verbatim_path: v.string() }) }),
        }),
        concrete: v.object({ location: v.object({ start_point: v.object({ row: v.number() }) }) }),
      }),
    ),
  }),
);

/**
 * What actionlint and zizmor say of workflows that readers copy, each as `path:line: words`. Actions may be named by their tag; all else is
 * as strict as for our own.
 */
export async function complaintsAboutExamples(examples: readonly WorkflowExample[]): Promise<readonly string[]> {
  const project = mkdtempSync(path.join(tmpdir(), 'sea-trial-workflows-'));
  try {
    for (const folder of ['.git', '.github/workflows', 'dist'])
      mkdirSync(path.join(project, folder), { recursive: true });
    copyFileSync(path.join(root, 'action.yml'), path.join(project, 'action.yml'));
    writeFileSync(path.join(project, 'dist/index.js'), ''); // that it is there is all that actionlint asks
    const fileOf = (index: number): string => `.github/workflows/${index}.yml`;
    const files = examples.map((_, index) => fileOf(index));
    const write = (change: (text: string) => string): void => {
      for (const [index, { text }] of examples.entries())
        writeFileSync(path.join(project, fileOf(index)), change(text));
    };
    write((text) => text.replaceAll(ourselves, './'));
    const byActionlint = await askActionlint(project, files);
    write((text) => text);
    const byZizmor = await askZizmor(project, [
      '--config',
      path.join(import.meta.dirname, 'zizmor-examples.yml'),
      ...files,
    ]);
    return [...byActionlint, ...byZizmor].map(({ file, line, words }) => {
      const example = examples[Number(path.parse(file).name)];
      return `${example?.path}:${(example?.firstLine ?? 0) + line - 1}: ${words}`;
    });
  } finally {
    rmSync(project, { recursive: true });
  }
}

/** What they say of our own, with the settings that lie beside them. */
export async function complaintsAboutOurs(files: readonly string[]): Promise<readonly string[]> {
  const found = [...(await askActionlint(root, files)), ...(await askZizmor(root, ['.']))];
  return found.map(({ file, line, words }) => `${file}:${line}: ${words}`);
}

interface Complaint {
  readonly file: string;
  readonly line: number;
  readonly words: string;
}

async function askActionlint(cwd: string, files: readonly string[]): Promise<readonly Complaint[]> {
  const told = await ask(['actionlint', '-format', '{{json .}}', ...files], cwd, [0, 1]);
  return v.parse(actionlintSchema, JSON.parse(told)).map(({ filepath, line, message }) => ({
    file: filepath,
    line,
    words: `actionlint: ${message.replace(/ available (?:inputs|labels) are .*$/s, '')}`,
  }));
}

/** Offline, for what it would ask GitHub changes from day to day. */
async function askZizmor(cwd: string, args: readonly string[]): Promise<readonly Complaint[]> {
  const options = ['--offline', '--strict-collection', '--no-progress', '--quiet', '--format', 'json'];
  const told = await ask(['zizmor', ...options, ...args], cwd, [0, 11, 12, 13, 14]);
  const found = v.parse(zizmorSchema, JSON.parse(told)).filter(({ ignored }) => !ignored);
  return found.map(({ ident, desc, locations }) => {
    const place = locations.find(({ symbolic }) => symbolic.kind === 'Primary') ?? locations[0];
    return {
      file: place?.symbolic.key.Local.verbatim_path ?? '',
      line: (place?.concrete.location.start_point.row ?? -1) + 1,
      words: `zizmor: ${ident}: ${desc}${place === undefined ? '' : `, ${place.symbolic.annotation}`}`,
    };
  });
}

async function ask(argv: readonly string[], cwd: string, codes: readonly number[]): Promise<string> {
  const ended = await run(argv, { deadlineMs: 30_000, environment: process.env, cwd });
  if (ended.exitCode === 127) throw new Error(`${argv[0]} is not on PATH: eval "$(script/setup)"`);
  if (!codes.includes(ended.exitCode))
    throw new Error(`${argv.join(' ')} ended with ${ended.exitCode}:\n${ended.stdout}${ended.stderr}`);
  return ended.stdout;
}
